package io.rehome.io;

import io.rehome.model.TargetKey;

/** A parent as its children see it. */
public sealed interface Parent {

  /** The target confirmed it: it is there, under this key. */
  record Present(TargetKey key) implements Parent {}

  /** It is settled and will be there before its children are confirmed. */
  record UnderWay(TargetKey key) implements Parent {}

  /** The source has it, the target has not: it is rejected, skipped or not finished. */
  record NotLoaded() implements Parent {}
}
