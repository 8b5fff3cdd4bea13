package io.rehome.cli;

import io.rehome.model.SourceKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A record as the command line names it: ENTITY/KEY. */
record RecordName(String entity, SourceKey key) {

  @Override
  public String toString() {
    return entity + "/" + key;
  }

  /** Reads it from a parameter. A key may hold slashes; an entity does not. */
  static final class Text implements ITypeConverter<RecordName> {
    @Override
    public RecordName convert(String text) {
      int slash = text.indexOf('/');
      if (slash <= 0 || slash == text.length() - 1) {
        throw new TypeConversionException(
            "a record is named ENTITY/KEY (users/17, favourites/'[\"3\",\"9\"]'): " + text);
      }
      return new RecordName(text.substring(0, slash), new SourceKey(text.substring(slash + 1)));
    }
  }
}
