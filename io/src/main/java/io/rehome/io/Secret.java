package io.rehome.io;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to a secret, never the secret itself: {@code ${env:NAME}} or {@code ${file:/path}}.
 * Safe to print and to send with a job; resolved on the worker, each time it is needed.
 */
public record Secret(String reference) implements Serializable {
  private static final Pattern FORM = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  public Secret {
    if (!isReference(reference)) {
      throw new IllegalArgumentException("a secret is given as ${env:NAME} or ${file:/path}");
    }
  }

  /** Whether this text has the form of a reference. */
  public static boolean isReference(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The secret. A file's trailing line end is left out.
   *
   * @throws IllegalStateException where the variable is not set or the file cannot be read; the
   *     message names the reference
   */
  public String resolve() {
    Matcher form = FORM.matcher(reference);
    form.matches();
    return form.group(1).equals("env") ? variable(form.group(2)) : content(form.group(2));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("the environment variable " + name + " is not set");
    }
    return value;
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file)).stripTrailing();
    } catch (IOException e) {
      throw new IllegalStateException("the secret's file " + file + " cannot be read", e);
    }
  }
}
