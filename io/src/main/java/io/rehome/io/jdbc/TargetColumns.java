package io.rehome.io.jdbc;

import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import io.rehome.model.TargetColumn.Nullability;
import io.rehome.model.TargetType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a table's columns from PostgreSQL's catalog. A domain is described as the type it stands
 * on; the target applies its checks when a row comes.
 */
final class TargetColumns {
  /** Takes the table's quoted name. */
  static final String SQL =
      """
      with recursive layer as (
        select a.attnum, a.attname, a.atttypid as type, a.atttypmod as modifier,
               a.attnotnull as required, a.atthasdef as filled, a.attidentity, a.attgenerated,
               a.attrelid
        from pg_attribute a
        where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped
        union all
        select l.attnum, l.attname, t.typbasetype, t.typtypmod,
               l.required or t.typnotnull, l.filled or t.typdefault is not null,
               l.attidentity, l.attgenerated, l.attrelid
        from layer l join pg_type t on t.oid = l.type and t.typtype = 'd')
      select l.attname, t.typname, t.typtype, format_type(l.type, l.modifier), l.modifier,
             l.required, l.filled, l.attidentity <> '', l.attgenerated <> '',
             l.filled and pg_get_serial_sequence(
               cast(cast(l.attrelid as regclass) as text), cast(l.attname as text)) is not null,
             array(select cast(e.enumlabel as text) from pg_enum e
                   where e.enumtypid = l.type order by e.enumsortorder)
      from layer l join pg_type t on t.oid = l.type
      where t.typtype <> 'd'
      order by l.attnum
      """;

  private static final int HEADER = 4;
  private static final int SCALE_BITS = 0x7ff;
  private static final int SCALE_SIGN = 0x400;

  private TargetColumns() {}

  static TargetColumn read(ResultSet row) throws SQLException {
    TargetType type = type(row.getString(2), row.getString(3));
    int modifier = row.getInt(5);
    return new TargetColumn(
        row.getString(1),
        type,
        row.getString(4),
        size(row.getString(2), modifier),
        type == TargetType.DECIMAL ? scale(modifier) : 0,
        List.copyOf(Arrays.asList((String[]) row.getArray(11).getArray())),
        row.getBoolean(6) ? Nullability.NOT_NULL : Nullability.NULLABLE,
        filling(row));
  }

  private static Filling filling(ResultSet row) throws SQLException {
    if (row.getBoolean(9)) {
      return Filling.GENERATED;
    }
    if (row.getBoolean(8) || row.getBoolean(10)) {
      return Filling.SEQUENCE;
    }
    return row.getBoolean(7) ? Filling.DEFAULT : Filling.NONE;
  }

  private static TargetType type(String name, String kind) {
    if (kind.equals("e")) {
      return TargetType.ENUM;
    }
    return switch (name) {
      case "int2", "int4", "int8" -> TargetType.INTEGER;
      case "numeric" -> TargetType.DECIMAL;
      case "float8" -> TargetType.DOUBLE;
      case "float4" -> TargetType.FLOAT;
      case "bool" -> TargetType.BOOLEAN;
      case "text", "varchar", "bpchar", "citext" -> TargetType.TEXT;
      case "json", "jsonb" -> TargetType.JSON;
      case "bytea" -> TargetType.BYTES;
      case "date" -> TargetType.DATE;
      case "time" -> TargetType.TIME;
      case "timestamp" -> TargetType.DATETIME;
      case "timestamptz" -> TargetType.INSTANT;
      case "uuid" -> TargetType.UUID;
      default -> TargetType.OTHER;
    };
  }

  /** The modifier of a length is the length and a header's size; of a numeric, two numbers. */
  private static int size(String name, int modifier) {
    return switch (name) {
      case "int2" -> Short.BYTES;
      case "int4", "float4" -> Integer.BYTES;
      case "int8", "float8" -> Long.BYTES;
      case "varchar", "bpchar" -> modifier < HEADER ? 0 : modifier - HEADER;
      case "numeric" -> modifier < HEADER ? 0 : (modifier - HEADER) >> Short.SIZE;
      default -> 0;
    };
  }

  private static int scale(int modifier) {
    return modifier < HEADER ? 0 : (((modifier - HEADER) & SCALE_BITS) ^ SCALE_SIGN) - SCALE_SIGN;
  }
}
