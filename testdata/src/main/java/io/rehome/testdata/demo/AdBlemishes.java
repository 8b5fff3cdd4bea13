package io.rehome.testdata.demo;

import static io.rehome.testdata.demo.Fate.badText;
import static io.rehome.testdata.demo.Fate.badValue;
import static io.rehome.testdata.demo.Fate.failsCheck;
import static io.rehome.testdata.demo.Fate.isNull;
import static io.rehome.testdata.demo.Fate.loaded;
import static io.rehome.testdata.demo.Fate.noExpression;
import static io.rehome.testdata.demo.Fate.noLookup;
import static io.rehome.testdata.demo.Fate.noParent;
import static io.rehome.testdata.demo.Fate.notListed;
import static io.rehome.testdata.demo.Fate.outOfRange;
import static io.rehome.testdata.demo.Fate.skipped;
import static io.rehome.testdata.demo.Fate.tooLong;

import java.util.List;

/** What is wrong with ads. */
final class AdBlemishes {
  private static final String LONG_FORMULA =
      "concat('=HYPERLINK(\"http://pets.example/', repeat('puppy', 24), '\")')";

  static final List<Blemish> ALL =
      List.of(
          at(1, "seller who never was", "member_id = 11 * i - 1", noParent("seller_id")),
          at(2, "no title", "title = null", isNull("title")),
          at(3, "long title, a formula", "title = " + LONG_FORMULA, tooLong("title")),
          at(4, "price of millions", "price_pence = 2147483647", outOfRange("price")),
          at(5, "enum outside its list", "state = 'removed'", notListed("status")),
          at(6, "zero date", "expires = '0000-00-00'", badValue("expires_on")),
          at(7, "partial date", "expires = '2025-00-15'", badValue("expires_on")),
          at(8, "time beyond a day", "viewing_from = '31:30:00'", outOfRange("viewing_from")),
          at(9, "negative time", "viewing_from = '-01:30:00'", outOfRange("viewing_from")),
          at(10, "category that never was", "category_id = 9999", loaded()),
          at(11, "category that is rejected", "category_id = 51", loaded()),
          at(12, "unknown breed", "breed_code = 'NOPE'", noLookup("species")),
          at(13, "breed that is rejected", "breed_code = 'D-XOLOITZCUI'", loaded()),
          at(14, "breed in small letters", "breed_code = 'd-labrad '", loaded()),
          at(15, "broken JSON", "attributes = '{\"sex\": '", badValue("attributes")),
          at(16, "NUL byte", "description = concat('<p>', char(0))", badText("body")),
          at(17, "division by zero", "litter_size = 0", noExpression("price_each")),
          at(
              18,
              "endless quotient",
              "litter_size = 3, price_pence = 1000",
              noExpression("price_each")),
          at(19, "negative price", "price_pence = -100", failsCheck("price")),
          at(20, "hour that never was", "created = '2022-03-27 01:15:00'", badValue("posted_at")),
          at(21, "hidden or not: unknown", "hidden = null", skipped()),
          at(22, "script in the title", "title = '<script>alert(\"ad\")</script>'", loaded()),
          at(23, "hour that came twice", "created = '2022-10-30 01:15:00'", loaded()),
          at(26, "zero date and time", "created = '0000-00-00'", badValue("posted_at")),
          at(30, "of a seller without fault", "member_id = 34", loaded()),
          new Blemish(Legacy.ADS, "hidden", 24, 50, "hidden = 1", skipped()));

  private AdBlemishes() {}

  private static Blemish at(int first, String kind, String change, Fate fate) {
    return new Blemish(Legacy.ADS, kind, first, Blemish.RARELY, change, fate);
  }
}
