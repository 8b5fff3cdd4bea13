package io.rehome.transforms.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path into a JSON document: {@code owner.tags[0].id}. */
final class JsonPath {
  private static final Pattern STEP = Pattern.compile("\\G\\.?(?:([^.\\[\\]]+)|\\[(\\d{1,9})])");
  private static final Map<String, JsonPath> COMPILED = new ConcurrentHashMap<>();
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final List<Object> steps;

  private JsonPath(List<Object> steps) {
    this.steps = steps;
  }

  static JsonPath of(String path) {
    return COMPILED.computeIfAbsent(path, JsonPath::compile);
  }

  static Optional<String> problem(String path) {
    try {
      of(path);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The text of the value at this path, null where there is none. */
  @Nullable String text(String document) throws RejectedValue {
    JsonNode node = parse(document);
    for (Object step : steps) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    return written(node);
  }

  private static String written(JsonNode node) throws RejectedValue {
    if (node.isNumber()) {
      return Texts.of(Numbers.bounded(node.decimalValue()));
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }

  private static JsonNode parse(String document) throws RejectedValue {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new RejectedValue(Reason.BAD_VALUE, "not JSON: " + Texts.shown(document));
    }
  }

  private static JsonPath compile(String path) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (step.find()) {
      steps.add(step.group(1) != null ? step.group(1) : Integer.valueOf(step.group(2)));
      end = step.end();
    }
    if (end != path.length() || path.isEmpty()) {
      throw new IllegalArgumentException("not a path such as owner.tags[0].id: \"" + path + "\"");
    }
    return new JsonPath(List.copyOf(steps));
  }
}
