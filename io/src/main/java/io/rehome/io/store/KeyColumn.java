package io.rehome.io.store;

/**
 * Keys as PostgreSQL's text can hold them. It holds any key but one with U+0000 or half a surrogate
 * pair; those, and the mark of the escape itself, are written with U+FFFF and four hexadecimal
 * digits. All others stand as they are.
 */
final class KeyColumn {
  private static final char MARK = '\uFFFF';
  private static final int DIGITS = 4;

  private KeyColumn() {}

  static String stored(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == 0 || c >= Character.MIN_SURROGATE) {
        return escaped(key);
      }
    }
    return key;
  }

  private static String escaped(String key) {
    StringBuilder stored = new StringBuilder(key.length() + DIGITS);
    key.codePoints()
        .forEach(
            point -> {
              if (point == 0 || point == MARK || isLoneSurrogate(point)) {
                stored.append(MARK).append("%04x".formatted(point));
              } else {
                stored.appendCodePoint(point);
              }
            });
    return stored.toString();
  }

  private static boolean isLoneSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  static String key(String stored) {
    int mark = stored.indexOf(MARK);
    if (mark < 0) {
      return stored;
    }
    StringBuilder key = new StringBuilder(stored.length());
    for (int i = 0; i < stored.length(); i++) {
      if (stored.charAt(i) == MARK) {
        key.append((char) Integer.parseInt(stored.substring(i + 1, i + 1 + DIGITS), 16));
        i += DIGITS;
      } else {
        key.append(stored.charAt(i));
      }
    }
    return key.toString();
  }
}
