package io.rehome.plan;

import io.rehome.io.LookupRows;
import java.io.Serializable;

/** Where a worker finds the content of lookup tables. Travels with the job. */
public interface LookupContents extends Serializable {

  /** Tells contents apart: a lookup of the same name and version is read once per JVM. */
  String version(String lookup);

  /** All rows of a lookup, read anew. */
  LookupRows read(String lookup);
}
