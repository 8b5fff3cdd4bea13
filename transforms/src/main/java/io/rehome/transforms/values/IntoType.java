package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import io.rehome.model.TargetColumn;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Converts values that are not NULL into one type. */
interface IntoType extends Serializable {

  /** The value in the type's class, or why there is none; {@code used} counts rules. */
  Object convert(Object value, Consumer<String> used) throws RejectedValue;

  static IntoType of(TargetColumn column, ZoneId zone) {
    return switch (column.type()) {
      case INTEGER -> new IntoInteger(column.size());
      case DECIMAL -> new IntoDecimal(column.size(), column.scale());
      case DOUBLE -> new IntoDouble();
      case FLOAT -> new IntoFloat();
      case BOOLEAN -> new IntoBoolean();
      case TEXT, OTHER -> new IntoText(column.size());
      case ENUM -> new IntoEnum(column.labels());
      case JSON -> new IntoJson(JsonForm.of(column.typeName()));
      case BYTES -> new IntoBytes();
      case DATE -> new IntoDate();
      case TIME -> new IntoTime(Precision.of(column.typeName()));
      case DATETIME -> new IntoDateTime(Precision.of(column.typeName()));
      case INSTANT -> new IntoInstant(Precision.of(column.typeName()), zone);
      case UUID -> new IntoUuid();
    };
  }
}
