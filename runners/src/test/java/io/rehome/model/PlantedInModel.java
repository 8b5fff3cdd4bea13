package io.rehome.model;

import org.apache.beam.sdk.values.TypeDescriptor;

/** Breaks the rules of the model, for ArchitectureRulesCanFailTest. */
public interface PlantedInModel {
  TypeDescriptor<String> beam();
}
