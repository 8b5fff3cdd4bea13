package io.rehome.io;

import java.io.Serializable;

/** The name of an account at a database: as it is, or a reference like that of a {@link Secret}. */
public record Account(String text) implements Serializable {

  /**
   * The account's name.
   *
   * @throws IllegalStateException where it is a reference that cannot be resolved
   */
  public String resolve() {
    return Secret.isReference(text) ? new Secret(text).resolve() : text;
  }
}
