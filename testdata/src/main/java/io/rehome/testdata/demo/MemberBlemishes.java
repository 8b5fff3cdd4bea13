package io.rehome.testdata.demo;

import static io.rehome.testdata.demo.Fate.badText;
import static io.rehome.testdata.demo.Fate.badValue;
import static io.rehome.testdata.demo.Fate.duplicate;
import static io.rehome.testdata.demo.Fate.failsCheck;
import static io.rehome.testdata.demo.Fate.isNull;
import static io.rehome.testdata.demo.Fate.loaded;
import static io.rehome.testdata.demo.Fate.noLookup;
import static io.rehome.testdata.demo.Fate.notListed;
import static io.rehome.testdata.demo.Fate.refused;
import static io.rehome.testdata.demo.Fate.skipped;
import static io.rehome.testdata.demo.Fate.tooLong;

import java.util.List;

/** What is wrong with members. */
final class MemberBlemishes {
  static final List<Blemish> ALL =
      List.of(
          at(1, "zero date", "created = '0000-00-00 00:00:00'", badValue("joined_at")),
          at(2, "partial date", "created = '2020-00-15 10:00:00'", badValue("joined_at")),
          at(3, "hour that never was", "created = '2023-03-26 01:30:00'", badValue("joined_at")),
          at(4, "hour that came twice", "created = '2023-10-29 01:30:00'", loaded()),
          at(5, "truth of 2", "newsletter = 2", badValue("newsletter")),
          at(6, "long name", "last_name = repeat('Wolfe', 16)", tooLong("display_name")),
          at(7, "no e-mail", "email_addr = null", isNull("email")),
          at(8, "bad e-mail", "email_addr = concat('not an e-mail ', i)", failsCheck("email")),
          at(9, "unlisted state", "state = 'Q'", notListed("status")),
          at(10, "NUL byte", "nickname = concat('nul', char(0), i)", badText("nickname")),
          at(11, "unknown country", "country_code = 'ZZ'", noLookup("country")),
          at(12, "mojibake", "first_name = 'JosÃ©', last_name = 'MÃ¼ller'", loaded()),
          at(13, "script in the name", "last_name = '<script>alert(1)</script>'", loaded()),
          at(
              14,
              "script for an e-mail",
              "email_addr = concat('<script>alert(', i, ')</script>')",
              failsCheck("email")),
          at(15, "formula for a name", "first_name = '=1+1', last_name = '+cmd|A0'", loaded()),
          at(
              16,
              "formula for an e-mail",
              "email_addr = concat('=cmd|\\' /C calc\\'!A', i)",
              failsCheck("email")),
          at(17, "year 0", "birth_year = 0", refused("users_birth_year_check")),
          at(
              18,
              "joined in the future",
              "created = '2099-12-31 10:00:00'",
              failsCheck("joined_at")),
          at(19, "deleted or not: unknown", "deleted = null", skipped()),
          at(20, "e-mail of three: the first", email("'twin.', i"), loaded()),
          at(21, "e-mail of three: in capitals", email("'  TWIN.', i - 1"), duplicate("email")),
          at(22, "e-mail of three: exactly", email("'twin.', i - 2"), duplicate("email")),
          at(
              23,
              "claims an e-mail in vain",
              email("'lost.', i") + ", last_name = repeat('Wolfe', 16)",
              tooLong("display_name")),
          at(24, "e-mail of one who is rejected", email("'lost.', i - 1"), loaded()),
          at(25, "deleted, its e-mail free", email("'gone.', i") + ", deleted = 1", skipped()),
          at(26, "e-mail of one who is deleted", email("'gone.', i - 1"), loaded()),
          at(27, "state in small letters", "state = 'a'", notListed("status")),
          at(28, "blank text", "about = ''", loaded()),
          at(29, "zero login", "last_login = '0000-00-00 00:00:00'", badValue("last_login_at")),
          new Blemish(Legacy.MEMBERS, "deleted", 39, 100, "deleted = 1", skipped()));

  private MemberBlemishes() {}

  private static Blemish at(int first, String kind, String change, Fate fate) {
    return new Blemish(Legacy.MEMBERS, kind, first, Blemish.RARELY, change, fate);
  }

  private static String email(String localPart) {
    return "email_addr = concat(" + localPart + ", '@Example.com  ')";
  }
}
