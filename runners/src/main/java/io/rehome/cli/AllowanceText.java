package io.rehome.cli;

import io.rehome.pipelines.Allowance;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an allowance from an option. */
final class AllowanceText implements ITypeConverter<Allowance> {
  @Override
  public Allowance convert(String text) {
    try {
      return Allowance.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
