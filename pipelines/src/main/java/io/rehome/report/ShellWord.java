package io.rehome.report;

/** A text as one word of a POSIX shell's command line. */
public final class ShellWord {
  private ShellWord() {}

  /** The text itself where a shell would leave it alone, else in single quotes. */
  public static String quoted(String text) {
    return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
