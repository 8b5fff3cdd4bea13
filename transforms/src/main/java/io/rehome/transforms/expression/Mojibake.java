package io.rehome.transforms.expression;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text whose UTF-8 bytes were once read as Windows-1252. */
final class Mojibake {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Mojibake() {}

  /** The text before that, where its characters are the bytes of valid UTF-8; else the text. */
  static String undone(String text) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text)))
          .toString();
    } catch (CharacterCodingException e) {
      return text; // not mojibake: nothing to undo
    }
  }
}
