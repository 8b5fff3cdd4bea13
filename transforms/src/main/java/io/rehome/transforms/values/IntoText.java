package io.rehome.transforms.values;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.util.function.Consumer;

/**
 * Into a text of at most {@code characters} code points; 0 = without limit. Blanks at the end count
 * too: none is cut off, also where PostgreSQL would.
 */
record IntoText(int characters) implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    String text = PlainText.of(value);
    int length = Characters.count(text);
    if (characters > 0 && length > characters) {
      throw Refusal.because(
          Reason.TOO_LONG, text, length + " characters long; the column takes " + characters);
    }
    return text;
  }
}
