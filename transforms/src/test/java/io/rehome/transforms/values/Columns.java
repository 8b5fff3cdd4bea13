package io.rehome.transforms.values;

import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import io.rehome.model.TargetColumn.Nullability;
import io.rehome.model.TargetType;
import java.util.List;

/** Columns as PostgreSQL's catalog describes them. */
enum Columns {
  SMALLINT(TargetType.INTEGER, "smallint", 2, 0),
  INTEGER(TargetType.INTEGER, "integer", 4, 0),
  BIGINT(TargetType.INTEGER, "bigint", 8, 0),
  NUMERIC(TargetType.DECIMAL, "numeric", 0, 0),
  NUMERIC_5_2(TargetType.DECIMAL, "numeric(5,2)", 5, 2),
  NUMERIC_3_M2(TargetType.DECIMAL, "numeric(3,-2)", 3, -2),
  NUMERIC_2_4(TargetType.DECIMAL, "numeric(2,4)", 2, 4),
  DOUBLE(TargetType.DOUBLE, "double precision", 8, 0),
  REAL(TargetType.FLOAT, "real", 4, 0),
  BOOLEAN(TargetType.BOOLEAN, "boolean", 0, 0),
  TEXT(TargetType.TEXT, "text", 0, 0),
  VARCHAR_3(TargetType.TEXT, "character varying(3)", 3, 0),
  MOOD(TargetType.ENUM, "mood", 0, 0),
  JSON(TargetType.JSON, "json", 0, 0),
  JSONB(TargetType.JSON, "jsonb", 0, 0),
  BYTEA(TargetType.BYTES, "bytea", 0, 0),
  DATE(TargetType.DATE, "date", 0, 0),
  TIME(TargetType.TIME, "time without time zone", 0, 0),
  TIMESTAMP(TargetType.DATETIME, "timestamp without time zone", 0, 0),
  TIMESTAMP_3(TargetType.DATETIME, "timestamp(3) without time zone", 0, 0),
  TIMESTAMPTZ(TargetType.INSTANT, "timestamp with time zone", 0, 0),
  UUID(TargetType.UUID, "uuid", 0, 0),
  INET(TargetType.OTHER, "inet", 0, 0);

  final String typeName;
  private final TargetType type;
  private final int size;
  private final int scale;

  Columns(TargetType type, String typeName, int size, int scale) {
    this.type = type;
    this.typeName = typeName;
    this.size = size;
    this.scale = scale;
  }

  TargetColumn nullable() {
    return column(Nullability.NULLABLE);
  }

  TargetColumn required() {
    return column(Nullability.NOT_NULL);
  }

  private TargetColumn column(Nullability nullability) {
    List<String> labels = this == MOOD ? List.of("happy", "sad", "7") : List.of();
    return new TargetColumn("c", type, typeName, size, scale, labels, nullability, Filling.NONE);
  }
}
