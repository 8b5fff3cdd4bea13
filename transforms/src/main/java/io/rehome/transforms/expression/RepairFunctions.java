package io.rehome.transforms.expression;

import static io.rehome.transforms.expression.NamedFunction.define;

import io.rehome.model.RejectedValue;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Functions that undo what old platforms did to text, and that look into it. */
final class RepairFunctions {
  static final List<NamedFunction> ALL =
      List.of(
          define(
              "stripTags",
              "html",
              "The text of an HTML fragment, without tags, entities resolved.",
              "stripTags('<p>Cats &amp; <b>dogs</b></p>')",
              "Cats & dogs",
              a -> Jsoup.parse(a.text(0)).text()),
          define(
              "unescapeHtml",
              "text",
              "The text with its HTML entities resolved.",
              "unescapeHtml('Tom &amp; Jerry')",
              "Tom & Jerry",
              a -> Parser.unescapeEntities(a.text(0), true)),
          define(
              "fixMojibake",
              "text",
              "The text as it was before UTF-8 was read as Windows-1252; any other text as it is.",
              "fixMojibake('caf\u00c3\u00a9')",
              "caf\u00e9",
              a -> Mojibake.undone(a.text(0))),
          define(
              "phone",
              "text",
              "The digits of a telephone number, and the plus before them.",
              "phone('+44 (0)20-7946 0958')",
              "+4402079460958",
              RepairFunctions::phone),
          define(
                  "jsonText",
                  "json, path",
                  "The text of one value in a JSON document; NULL where there is none, or it is null;"
                      + " objects and arrays as JSON. A document that is none is rejected (BAD_VALUE).",
                  "jsonText('{\"tags\": [{\"id\": 7}]}', 'tags[0].id')",
                  "7",
                  a -> JsonPath.of(a.text(1)).text(a.text(0)))
              .fixing(1, JsonPath::problem));

  private RepairFunctions() {}

  private static Object phone(Arguments arguments) throws RejectedValue {
    String text = arguments.text(0).strip();
    String digits = text.replaceAll("[^0-9]", "");
    return text.startsWith("+") ? "+" + digits : digits;
  }
}
