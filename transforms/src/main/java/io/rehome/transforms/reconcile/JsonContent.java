package io.rehome.transforms.reconcile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What jsonb keeps of JSON: no order of keys, the last of equal keys, numbers by their value, no
 * blanks between.
 */
final class JsonContent {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints()).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private JsonContent() {}

  /** As much as the target keeps. */
  private static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder()
        .maxNumberLength(200_000)
        .maxStringLength(Integer.MAX_VALUE)
        .maxNestingDepth(10_000)
        .build();
  }

  static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one instanceof String first
        && other instanceof String second
        && parsed(first).equals(parsed(second));
  }

  /** What is no JSON is its text. */
  private static Optional<Object> parsed(String text) {
    try {
      return Optional.ofNullable(canonical(MAPPER.readValue(text, Object.class)));
    } catch (JsonProcessingException e) {
      return Optional.of(text);
    }
  }

  private static @Nullable Object canonical(@Nullable Object value) {
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer).stripTrailingZeros();
    } else if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> values = new ArrayList<>();
      list.forEach(each -> values.add(canonical(each)));
      return values;
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> values = new HashMap<>();
      map.forEach((name, each) -> values.put(name, canonical(each)));
      return values;
    }
    return value;
  }
}
