package io.rehome.testdata.demo;

import static io.rehome.testdata.demo.Fate.badText;
import static io.rehome.testdata.demo.Fate.badValue;
import static io.rehome.testdata.demo.Fate.duplicate;
import static io.rehome.testdata.demo.Fate.failsCheck;
import static io.rehome.testdata.demo.Fate.isNull;
import static io.rehome.testdata.demo.Fate.loaded;
import static io.rehome.testdata.demo.Fate.noParent;
import static io.rehome.testdata.demo.Fate.notListed;
import static io.rehome.testdata.demo.Fate.outOfRange;
import static io.rehome.testdata.demo.Fate.tooLong;
import static io.rehome.testdata.demo.Legacy.FAVOURITES;
import static io.rehome.testdata.demo.Legacy.MESSAGES;
import static io.rehome.testdata.demo.Legacy.PAYMENTS;
import static io.rehome.testdata.demo.Legacy.PHOTOS;
import static io.rehome.testdata.demo.Legacy.VIEWS;

import java.util.List;

/** What is wrong with the children of ads. Where no change is given, a key or row is made so. */
final class ChildBlemishes {
  static final List<Blemish> ALL =
      List.of(
          at(PHOTOS, 5, "key that is no UUID", "", badValue("photo_id")),
          at(PHOTOS, 7, "ad that never was", "ad_id = 3 * i + 1", noParent("listing_id")),
          at(MESSAGES, 1, "too long", "body = repeat('woof ', 401)", tooLong("body")),
          at(MESSAGES, 2, "no text", "body = null", isNull("body")),
          at(MESSAGES, 3, "ad that never was", "ad_id = 3 * i + 1", noParent("listing_id")),
          at(MESSAGES, 4, "sender who never was", "sender_id = 11 * i - 1", loaded()),
          at(MESSAGES, 5, "truth of 2", "seen = 2", badValue("seen")),
          at(MESSAGES, 6, "zero date", "sent = '0000-00-00'", badValue("sent_at")),
          at(MESSAGES, 7, "formula", "body = '=cmd|\\' /C calc\\'!A0'", loaded()),
          at(MESSAGES, 8, "script", "body = '\"><img src=x onerror=alert(1)>'", loaded()),
          at(MESSAGES, 9, "key beyond 63 bits", "", outOfRange("message_id")),
          at(MESSAGES, 10, "NUL byte", "body = concat('a', char(0), 'b')", badText("body")),
          at(MESSAGES, 11, "just short enough", "body = repeat('🐾', 2000)", loaded()),
          at(FAVOURITES, 100, "ad that never was", "", noParent("listing_id")),
          at(FAVOURITES, 102, "zero date", "created = '0000-00-00'", badValue("created_at")),
          at(FAVOURITES, 103, "long note", "note = repeat('must see ', 12)", tooLong("note")),
          at(PAYMENTS, 1, "millions", "amount = 123456789", outOfRange("amount")),
          at(PAYMENTS, 2, "tenths of a penny", "amount = 9.995", outOfRange("amount")),
          at(PAYMENTS, 3, "unlisted method", "method = 'cheque'", notListed("method")),
          at(PAYMENTS, 4, "nothing", "amount = 0", failsCheck("amount")),
          at(
              PAYMENTS,
              6,
              "hour that never was",
              "paid = '2021-03-28 01:59:59'",
              badValue("paid_at")),
          at(PAYMENTS, 7, "ad that never was", "ad_id = 3 * i + 1", noParent("listing_id")),
          at(PAYMENTS, 20, "booked twice", "ad_id = 90, reference = concat('PP-2-', i)", loaded()),
          at(
              PAYMENTS,
              21,
              "the second",
              "ad_id = 90, reference = concat('PP-2-', i - 1)",
              duplicate("reference")),
          at(VIEWS, 9, "zero date", "", badValue("viewed_at")));

  private ChildBlemishes() {}

  private static Blemish at(LegacyTable table, int first, String kind, String change, Fate fate) {
    return new Blemish(table, kind, first, Blemish.RARELY, change, fate);
  }
}
