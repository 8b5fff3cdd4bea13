package io.rehome.transforms.expression;

import static io.rehome.transforms.expression.NamedFunction.define;

import com.google.re2j.Matcher;
import io.rehome.model.RejectedValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions over text. Positions and lengths count UTF-16 units but never cut a pair in two. */
final class TextFunctions {
  private static final int MOST = 1_000_000;

  static final List<NamedFunction> ALL =
      List.of(
          define(
              "lower",
              "text",
              "The text in lower case.",
              "lower('AbC')",
              "abc",
              a -> a.text(0).toLowerCase(Locale.ROOT)),
          define(
              "upper",
              "text",
              "The text in upper case.",
              "upper('AbC')",
              "ABC",
              a -> a.text(0).toUpperCase(Locale.ROOT)),
          define(
              "trim",
              "text",
              "The text without white space at both ends.",
              "trim('  a b ')",
              "a b",
              a -> a.text(0).strip()),
          define(
              "collapse",
              "text",
              "The text without white space at both ends, and with one blank for each inner run.",
              "collapse(' a   b ')",
              "a b",
              a -> a.text(0).strip().replaceAll("\\s+", " ")),
          define(
                  "join",
                  "separator, ...",
                  "The texts that are neither NULL nor blank, with the separator between; NULL where"
                      + " none is left.",
                  "join(' ', 'Ada', null, 'Lovelace')",
                  "Ada Lovelace",
                  TextFunctions::join)
              .withNulls(),
          define(
              "concat",
              "text, ...",
              "The texts one after the other; NULL where one of them is.",
              "concat('a', 1, 'b')",
              "a1b",
              TextFunctions::concat),
          define(
              "substring",
              "text, from, [to]",
              "The text from a position, counted from 0, to before another or to the end.",
              "substring('abcdef', 1, 3)",
              "bc",
              TextFunctions::substring),
          define(
              "left",
              "text, length",
              "At most so many characters from the start.",
              "left('abcdef', 2)",
              "ab",
              a -> head(a.text(0), a.count(1, 0, MOST))),
          define(
              "right",
              "text, length",
              "At most so many characters from the end.",
              "right('abcdef', 2)",
              "ef",
              TextFunctions::right),
          define(
              "padLeft",
              "text, length, pad",
              "The text with the pad character before it until it is so long.",
              "padLeft(7, 3, '0')",
              "007",
              TextFunctions::padLeft),
          define(
              "replace",
              "text, old, new",
              "The text with each occurrence of a part replaced.",
              "replace('a-b-c', '-', '')",
              "abc",
              TextFunctions::replace),
          define(
                  "matches",
                  "text, pattern",
                  "Whether the whole text matches a regular expression.",
                  "matches('AB12', '[A-Z]+[0-9]+')",
                  "true",
                  a -> Patterns.of(a.text(1)).matcher(a.text(0)).matches())
              .fixing(1, Patterns::problem),
          define(
                  "extract",
                  "text, pattern",
                  "The first group, or else the whole, of a regular expression's first match; NULL where"
                      + " it does not match.",
                  "extract('ref: 4711!', '([0-9]+)')",
                  "4711",
                  TextFunctions::extract)
              .fixing(1, Patterns::problem),
          define(
                  "replaceAll",
                  "text, pattern, new",
                  "The text with each match of a regular expression replaced by a plain text.",
                  "replaceAll('a1b22c', '[0-9]+', '-')",
                  "a-b-c",
                  TextFunctions::replaceAll)
              .fixing(1, Patterns::problem),
          define(
              "length",
              "text",
              "How many characters the text has.",
              "length('abc')",
              "3",
              a -> a.text(0).codePointCount(0, a.text(0).length())),
          define(
              "contains",
              "text, part",
              "Whether the text has this part.",
              "contains('abc', 'b')",
              "true",
              a -> a.text(0).contains(a.text(1))),
          define(
              "startsWith",
              "text, start",
              "Whether the text starts so.",
              "startsWith('abc', 'ab')",
              "true",
              a -> a.text(0).startsWith(a.text(1))),
          define(
              "endsWith",
              "text, end",
              "Whether the text ends so.",
              "endsWith('abc', 'bc')",
              "true",
              a -> a.text(0).endsWith(a.text(1))),
          define(
              "split",
              "text, separator, index",
              "One part of a text, counted from 0, or from the end by -1; NULL where it has not so"
                  + " many.",
              "split('a,b,c', ',', 1)",
              "b",
              TextFunctions::split),
          define(
              "text",
              "value",
              "The value as text: plain digits, ISO dates.",
              "text(1.50)",
              "1.50",
              a -> a.text(0)));

  private TextFunctions() {}

  private static @Nullable Object join(Arguments arguments) throws RejectedValue {
    String separator = arguments.raw(0) == null ? "" : arguments.text(0);
    StringBuilder joined = new StringBuilder();
    boolean first = true;
    for (int i = 1; i < arguments.count(); i++) {
      if (!Blank.is(arguments.raw(i))) {
        joined.append(first ? "" : separator).append(arguments.text(i));
        first = false;
      }
    }
    Texts.limit(joined.length());
    return first ? null : joined.toString();
  }

  private static Object concat(Arguments arguments) throws RejectedValue {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < arguments.count(); i++) {
      joined.append(arguments.text(i));
    }
    Texts.limit(joined.length());
    return joined.toString();
  }

  private static Object substring(Arguments arguments) throws RejectedValue {
    String text = arguments.text(0);
    int from = Math.min(text.length(), arguments.count(1, 0, Integer.MAX_VALUE));
    int to = arguments.has(2) ? arguments.count(2, 0, Integer.MAX_VALUE) : text.length();
    return from >= to
        ? ""
        : head(text, to).substring(Math.min(whole(text, from), head(text, to).length()));
  }

  private static Object right(Arguments arguments) throws RejectedValue {
    String text = arguments.text(0);
    int from = Math.max(0, text.length() - arguments.count(1, 0, MOST));
    boolean cuts = from > 0 && from < text.length() && Character.isLowSurrogate(text.charAt(from));
    return text.substring(cuts ? from + 1 : from);
  }

  private static Object padLeft(Arguments arguments) throws RejectedValue {
    String text = arguments.text(0);
    String pad = arguments.text(2);
    if (pad.length() != 1) {
      throw arguments.unfit(2, "one character");
    }
    return pad.repeat(Math.max(0, arguments.count(1, 0, 10_000) - text.length())) + text;
  }

  private static Object replace(Arguments arguments) throws RejectedValue {
    String text = arguments.text(0);
    String old = arguments.text(1);
    String fresh = arguments.text(2);
    if (old.isEmpty()) {
      throw arguments.unfit(1, "a text with something in it");
    }
    Texts.limit(text.length() + (long) (text.length() / old.length()) * fresh.length());
    return text.replace(old, fresh);
  }

  private static @Nullable Object extract(Arguments arguments) throws RejectedValue {
    Matcher matcher = Patterns.of(arguments.text(1)).matcher(arguments.text(0));
    return matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
  }

  private static Object replaceAll(Arguments arguments) throws RejectedValue {
    String text = arguments.text(0);
    String fresh = arguments.text(2);
    Texts.limit((text.length() + 1L) * (fresh.length() + 1L));
    Matcher matcher = Patterns.of(arguments.text(1)).matcher(text);
    return matcher.replaceAll(Matcher.quoteReplacement(fresh));
  }

  private static @Nullable Object split(Arguments arguments) throws RejectedValue {
    String separator = arguments.text(1);
    if (separator.isEmpty()) {
      throw arguments.unfit(1, "a text with something in it");
    }
    String[] parts = arguments.text(0).split(java.util.regex.Pattern.quote(separator), -1);
    int index = arguments.count(2, -MOST, MOST);
    int place = index < 0 ? parts.length + index : index;
    return place < 0 || place >= parts.length ? null : parts[place];
  }

  private static String head(String text, int length) {
    return text.substring(0, whole(text, Math.min(length, text.length())));
  }

  /** The same end, or one before where a pair would be cut in two. */
  private static int whole(String text, int end) {
    boolean cuts = end > 0 && end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return cuts ? end - 1 : end;
  }
}
