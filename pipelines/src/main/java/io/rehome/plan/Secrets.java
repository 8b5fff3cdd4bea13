package io.rehome.plan;

import io.rehome.io.Secret;
import java.util.Optional;

/** What is wanted of the references to secrets while a plan is read. */
public enum Secrets {
  /** They are only read. */
  AS_WRITTEN {
    @Override
    Optional<String> problem(String text) {
      return Optional.empty();
    }
  },
  /** Each leads to a secret, here and now. */
  AT_HAND {
    @Override
    Optional<String> problem(String text) {
      try {
        new Secret(text).resolve();
        return Optional.empty();
      } catch (IllegalStateException e) {
        return Optional.ofNullable(e.getMessage());
      }
    }
  };

  /**
   * What is wrong with a reference, if anything; never the secret.
   *
   * @param text a text that {@link Secret#isReference}
   */
  abstract Optional<String> problem(String text);
}
