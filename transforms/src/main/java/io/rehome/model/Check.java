package io.rehome.model;

import java.util.Optional;

/** Looks at a finished document. The contract of {@link Mapper} holds here too. */
@FunctionalInterface
public interface Check {
  /** What is wrong, said to the one who must act; empty where nothing is. */
  Optional<String> problem(Fields document);
}
