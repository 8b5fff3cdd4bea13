package io.rehome.testdata.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** How all records of a marketplace must end, in numbers and by key. */
public record ExpectedOutcome(List<ExpectedEntity> entities) {
  public ExpectedOutcome {
    entities = List.copyOf(entities);
  }

  /**
   * The golden one of {@link Scale#DEFAULT}, as it is kept; of another scale, ask {@link Fates}.
   */
  public static ExpectedOutcome golden() {
    return parse(Script.named("golden.json").text());
  }

  static ExpectedOutcome parse(String json) {
    try {
      return new ObjectMapper().readValue(json, ExpectedOutcome.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The expectation of one entity. */
  public ExpectedEntity entity(String name) {
    return entities.stream()
        .filter(entity -> entity.entity().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entity " + name));
  }

  /** As JSON, a line for each entity and each of its rejections. */
  String json() {
    try {
      String json = new ObjectMapper().writeValueAsString(this);
      return json.replace("{\"entity\"", "\n{\"entity\"").replace("{\"stage\"", "\n  {\"stage\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
