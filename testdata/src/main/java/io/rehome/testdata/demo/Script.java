package io.rehome.testdata.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A resource of this package. */
public record Script(String text) {
  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*\\R");
  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\R+");

  static Script named(String resource) {
    return of(Script.class, resource);
  }

  public static Script of(Class<?> neighbour, String resource) {
    try (InputStream in = neighbour.getResourceAsStream(resource)) {
      byte[] content = Objects.requireNonNull(in, resource).readAllBytes();
      return new Script(new String(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its SQL statements, without the comments between them. Each ends with a line. */
  public List<String> statements() {
    String sql = COMMENT.matcher(text).replaceAll("");
    return Arrays.stream(END_OF_STATEMENT.split(sql, 0))
        .filter(statement -> !statement.isBlank())
        .toList();
  }
}
