package io.rehome.io.store;

import io.rehome.io.store.JsonValues.Kind;
import java.io.IOException;

/**
 * Reads a huge object that {@link JsonText} wrote: each text is cut out of the whole, where a
 * parser of any JSON would hold it several times while it looks for its end. It reads nothing else
 * than what that class writes.
 */
final class HugeObject {
  private static final String BYTES = "{\"base64\":";

  private final String text;
  private int at;

  HugeObject(String text) {
    this.text = text;
  }

  /** Takes a member's name and value. */
  interface Taking {
    void take(String name, Value value);
  }

  /** A value as it stands in the text. */
  sealed interface Value {
    /** {@code null}, {@code true} or {@code false}. */
    record Word(String word) implements Value {}

    /** A text or a number. */
    record Plain(Kind kind, String text) implements Value {}

    /** Bytes, as base64. */
    record Binary(String base64) implements Value {}
  }

  /**
   * Hands over each member, in their order.
   *
   * @throws IOException where the text is not of our form
   */
  void each(Taking taking) throws IOException {
    try {
      expect('{');
      while (text.charAt(at) != '}') {
        String name = string();
        expect(':');
        taking.take(name, value());
        if (text.charAt(at) != '}') {
          expect(',');
        }
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("the object has no end, or a value no form of ours", e);
    }
  }

  private Value value() throws IOException {
    if (text.charAt(at) == '"') {
      return new Value.Plain(Kind.STRING, string());
    }
    if (text.startsWith(BYTES, at)) {
      at += BYTES.length();
      Value bytes = new Value.Binary(string());
      expect('}');
      return bytes;
    }
    String word = word();
    boolean isNumber = word.charAt(0) == '-' || Character.isDigit(word.charAt(0));
    return isNumber ? new Value.Plain(Kind.NUMBER, word) : new Value.Word(word);
  }

  private String word() {
    int start = at;
    while (text.charAt(at) != ',' && text.charAt(at) != '}') {
      at++;
    }
    return text.substring(start, at);
  }

  private String string() throws IOException {
    expect('"');
    int start = at;
    int slash = text.indexOf('\\', start);
    int quote = text.indexOf('"', start);
    if (slash < 0 || quote < slash) {
      at = quote + 1;
      return text.substring(start, quote);
    }
    return unescaped(start, end(slash));
  }

  /** The quote that ends a string in which an escape begins here. */
  private int end(int slash) {
    int end = slash;
    while (text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }

  private String unescaped(int start, int end) {
    StringBuilder unescaped = new StringBuilder(end - start);
    int from = start;
    for (int slash = text.indexOf('\\', from); slash >= 0 && slash < end; ) {
      unescaped.append(text, from, slash);
      from = slash + 2;
      char letter = text.charAt(slash + 1);
      if (letter == 'u') {
        from += 4;
        unescaped.append((char) Integer.parseInt(text, slash + 2, from, 16));
      } else {
        unescaped.append(character(letter));
      }
      slash = text.indexOf('\\', from);
    }
    at = end + 1;
    return unescaped.append(text, from, end).toString();
  }

  private static char character(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }

  private void expect(char expected) throws IOException {
    if (text.charAt(at) != expected) {
      throw new IOException("no " + expected + " at " + at);
    }
    at++;
  }
}
