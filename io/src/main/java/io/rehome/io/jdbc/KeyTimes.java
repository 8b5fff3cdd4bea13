package io.rehome.io.jdbc;

/** The text of dates and times in keys. */
final class KeyTimes {
  private static final int WITHOUT_SECONDS = "yyyy-mm-dd hh:mm".length();

  private KeyTimes() {}

  /** {@code 2024-03-31T02:30Z} as engines write it: {@code 2024-03-31 02:30:00}. */
  static String spaced(String text) {
    String spaced = text.replace('T', ' ').replace("Z", "");
    return spaced.length() == WITHOUT_SECONDS ? spaced + ":00" : spaced;
  }
}
