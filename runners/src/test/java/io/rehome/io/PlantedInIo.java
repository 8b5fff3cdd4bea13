package io.rehome.io;

import io.rehome.testdata.PlantedInTestdata;
import io.rehome.transforms.PlantedInTransforms;
import org.postgresql.copy.CopyManager;

/** Breaks the rules of io, for ArchitectureRulesCanFailTest. */
public interface PlantedInIo {
  PlantedInTransforms transforms();

  PlantedInTestdata testdata();

  CopyManager copy();
}
