package io.rehome.transforms.values;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.BitSet;

/** Checks that a text is JSON (RFC 8259) that PostgreSQL takes, in one pass, without a tree. */
final class JsonGrammar {
  /** PostgreSQL takes some thousands, by the size of its stack. */
  private static final int DEEPEST = 1_000;

  private static final int MOST_BEFORE_POINT = 131_072;
  private static final int MOST_AFTER_POINT = 16_383;
  private static final int HEX_DIGITS = 4;
  private static final int RADIX = 16;

  private final String text;
  private final JsonForm form;

  /** Which of the open brackets are those of objects, the outermost first. */
  private final BitSet objects = new BitSet();

  private int depth;
  private int at;

  JsonGrammar(String text, JsonForm form) {
    this.text = text;
    this.form = form;
  }

  /** BAD_VALUE where it is no JSON, BAD_TEXT and OUT_OF_RANGE where {@code jsonb} refuses it. */
  void check() throws RejectedValue {
    boolean valueFollows = true;
    while (valueFollows || depth > 0) {
      blanks();
      valueFollows = valueFollows ? value() : afterValue();
    }
    blanks();
    if (at < text.length()) {
      throw bad("text after the end");
    }
  }

  /** What follows a value inside of an array or object: its end, or a comma and another value. */
  private boolean afterValue() throws RejectedValue {
    char c = take();
    if (c == (objects.get(depth - 1) ? '}' : ']')) {
      depth--;
      return false;
    }
    if (c != ',') {
      throw unexpected();
    }
    name();
    return true;
  }

  /** The name before a value, where we are in an object. */
  private void name() throws RejectedValue {
    if (objects.get(depth - 1)) {
      blanks();
      expect('"');
      string();
      blanks();
      expect(':');
    }
  }

  /** Takes a value, or the beginning of one: then the answer is that another value follows. */
  private boolean value() throws RejectedValue {
    char c = take();
    switch (c) {
      case '{' -> {
        return open(true, '}');
      }
      case '[' -> {
        return open(false, ']');
      }
      case '"' -> string();
      case 't' -> literal("rue");
      case 'f' -> literal("alse");
      case 'n' -> literal("ull");
      default -> number();
    }
    return false;
  }

  private boolean open(boolean object, char closing) throws RejectedValue {
    blanks();
    if (skip(closing)) {
      return false;
    }
    if (depth == DEEPEST) {
      throw bad("nested deeper than " + DEEPEST);
    }
    objects.set(depth++, object);
    name();
    return true;
  }

  private void literal(String rest) throws RejectedValue {
    if (!text.startsWith(rest, at)) {
      throw unexpected();
    }
    at += rest.length();
  }

  private void string() throws RejectedValue {
    int high = 0;
    for (char c = take(); c != '"'; c = take()) {
      if (c < ' ') {
        throw bad("a control character in a string");
      }
      high = c == '\\' ? escape(high) : complete(high);
    }
    complete(high);
  }

  /** Reads an escape; the answer is a high surrogate that its other half must follow, else 0. */
  private int escape(int high) throws RejectedValue {
    char c = take();
    if (c != 'u') {
      if ("\"\\/bfnrt".indexOf(c) < 0) {
        throw bad("an unknown escape");
      }
      return complete(high);
    }
    int unit = hex();
    if (Character.isLowSurrogate((char) unit) && high != 0) {
      return 0;
    }
    complete(high);
    return check(unit);
  }

  private int check(int unit) throws RejectedValue {
    if (form == JsonForm.BINARY && unit == 0) {
      throw badText("\\u0000, which jsonb cannot hold");
    }
    if (form == JsonForm.BINARY && Character.isLowSurrogate((char) unit)) {
      throw badText("half of a surrogate pair");
    }
    return Character.isHighSurrogate((char) unit) ? unit : 0;
  }

  private int complete(int high) throws RejectedValue {
    if (high != 0 && form == JsonForm.BINARY) {
      throw badText("half of a surrogate pair");
    }
    return 0;
  }

  private int hex() throws RejectedValue {
    int unit = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      char c = take();
      int digit = c < 0x80 ? Character.digit(c, RADIX) : -1;
      if (digit < 0) {
        throw bad("an unknown escape");
      }
      unit = unit * RADIX + digit;
    }
    return unit;
  }

  private void number() throws RejectedValue {
    int start = --at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    if (form == JsonForm.BINARY) {
      checkRange(text.substring(start, at));
    }
  }

  private void checkRange(String digits) throws RejectedValue {
    if (digits.length() <= MOST_AFTER_POINT && digits.indexOf('e') < 0 && digits.indexOf('E') < 0) {
      return;
    }
    if (digits.length() > MOST_BEFORE_POINT + MOST_AFTER_POINT || !fits(digits)) {
      throw Refusal.outOfRange(digits, "a number that jsonb cannot hold");
    }
  }

  private static boolean fits(String digits) {
    try {
      BigDecimal number = new BigDecimal(digits);
      return number.scale() <= MOST_AFTER_POINT
          && (long) number.precision() - number.scale() <= MOST_BEFORE_POINT;
    } catch (NumberFormatException e) { // an exponent beyond 32 bits
      return false;
    }
  }

  private void digits() throws RejectedValue {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw at < text.length() ? unexpectedNext() : bad("the end in the middle");
    }
  }

  private RejectedValue unexpectedNext() {
    at++;
    return unexpected();
  }

  private boolean skip(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char wanted) throws RejectedValue {
    if (take() != wanted) {
      throw unexpected();
    }
  }

  private char take() throws RejectedValue {
    if (at == text.length()) {
      throw bad("the end in the middle");
    }
    return text.charAt(at++);
  }

  private RejectedValue unexpected() {
    return bad("'" + text.charAt(at - 1) + "' where it cannot stand");
  }

  private RejectedValue bad(String what) {
    return Refusal.badValue(text, "no JSON: " + what + " at position " + at);
  }

  private RejectedValue badText(String what) {
    return Refusal.because(Reason.BAD_TEXT, text, "no jsonb: " + what + " at position " + at);
  }
}
