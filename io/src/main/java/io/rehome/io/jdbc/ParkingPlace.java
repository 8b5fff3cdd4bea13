package io.rehome.io.jdbc;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that nobody has, for unique columns that have to let go of theirs until the end of a
 * transaction: NULL where the column takes it, else one drawn at random.
 */
final class ParkingPlace {
  private static final int LONGEST = 36;

  private final DocumentShape shape;

  ParkingPlace(DocumentShape shape) {
    this.shape = shape;
  }

  /** The held document without the unique values that change; empty where there is no way. */
  Optional<Document> of(Document held, Document wanted) {
    List<@Nullable Object> values = new ArrayList<>(held.values());
    for (List<String> unique : shape.table().uniques()) {
      Optional<TargetColumn> column = changing(unique, held, wanted).findFirst();
      if (column.isPresent()) {
        values.set(shape.columns().indexOf(column.get()), free(column.get()));
      }
    }
    Document parked = new Document(values);
    return parked.equals(held) ? Optional.empty() : Optional.of(parked);
  }

  private Stream<TargetColumn> changing(List<String> unique, Document held, Document wanted) {
    return shape.columns().stream()
        .filter(column -> unique.contains(column.name()))
        .filter(column -> !column.isRequired() || isDrawn(column))
        .filter(column -> !Objects.equals(value(column, held), value(column, wanted)));
  }

  private @Nullable Object value(TargetColumn column, Document document) {
    return document.values().get(shape.columns().indexOf(column));
  }

  private static boolean isDrawn(TargetColumn column) {
    return switch (column.type()) {
      case TEXT, INTEGER, UUID -> true;
      case DECIMAL, DOUBLE, FLOAT, BOOLEAN, ENUM, JSON, BYTES -> false;
      case DATE, TIME, DATETIME, INSTANT, OTHER -> false;
    };
  }

  private static @Nullable Object free(TargetColumn column) {
    if (!column.isRequired()) {
      return null;
    }
    return switch (column.type()) {
      case TEXT -> text(column.size() == 0 ? LONGEST : Math.min(LONGEST, column.size()));
      case INTEGER ->
          -1L - ThreadLocalRandom.current().nextInt(column.size() == 2 ? 30_000 : 2_000_000_000);
      case UUID -> UUID.randomUUID();
      default -> throw new IllegalArgumentException("nothing is drawn for " + column.type());
    };
  }

  private static String text(int length) {
    return UUID.randomUUID().toString().substring(0, length);
  }
}
