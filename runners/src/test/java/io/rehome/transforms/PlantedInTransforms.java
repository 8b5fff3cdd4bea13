package io.rehome.transforms;

import io.rehome.io.PlantedInIo;
import java.io.FileInputStream;
import java.sql.Connection;

/** Breaks the rules of transforms, for ArchitectureRulesCanFailTest. */
public interface PlantedInTransforms {
  PlantedInIo io();

  Connection connection();

  FileInputStream file();
}
