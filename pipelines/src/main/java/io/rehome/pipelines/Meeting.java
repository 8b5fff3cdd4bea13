package io.rehome.pipelines;

import java.io.Serializable;
import java.util.Map;

/**
 * What is done with the keys of one bucket, each with its note, on a worker. May be called twice.
 */
@FunctionalInterface
interface Meeting extends Serializable {
  /**
   * Takes the keys of a bucket.
   *
   * @param bucket its number among those of the pass
   */
  void meet(int bucket, Map<String, String> left, Map<String, String> right);
}
