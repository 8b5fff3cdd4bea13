package io.rehome.testdata;

import io.rehome.io.PlantedInIo;

/** Breaks the rules of testdata, for ArchitectureRulesCanFailTest. */
public interface PlantedInTestdata {
  PlantedInIo io();
}
