package io.rehome.testdata.demo;

import static io.rehome.testdata.demo.Fate.badText;
import static io.rehome.testdata.demo.Fate.badValue;
import static io.rehome.testdata.demo.Fate.duplicate;
import static io.rehome.testdata.demo.Fate.failsCheck;
import static io.rehome.testdata.demo.Fate.isNull;
import static io.rehome.testdata.demo.Fate.noExpression;
import static io.rehome.testdata.demo.Fate.noLookup;
import static io.rehome.testdata.demo.Fate.notListed;
import static io.rehome.testdata.demo.Fate.outOfRange;
import static io.rehome.testdata.demo.Fate.refused;
import static io.rehome.testdata.demo.Fate.skipped;
import static io.rehome.testdata.demo.Fate.tooLong;

import java.util.List;

/**
 * What is wrong with a row, found by looking at the row: the second opinion on the formulas. Knows
 * plan and platform, and not how the marketplace is made.
 */
record Audit(LegacyTable table, Fate fate, String condition) {
  private static final String LAST_SUNDAY_OF_MARCH =
      "month(%1$s) = 3 and day(%1$s) > 24 and dayofweek(%1$s) = 1";

  static final List<Audit> ALL =
      List.of(
          new Audit(Legacy.BREEDS, tooLong("breed_id"), "char_length(breed_code) > 8"),
          new Audit(Legacy.BREEDS, isNull("name"), "name is null"),
          new Audit(Legacy.CATEGORIES, tooLong("name"), "char_length(name) > 40"),
          new Audit(Legacy.MEMBERS, skipped(), "deleted is null or deleted <> 0"),
          new Audit(Legacy.MEMBERS, noLookup("country"), "country_code = 'ZZ'"),
          new Audit(Legacy.MEMBERS, notListed("status"), "binary state not in ('A', 'X', 'P')"),
          new Audit(Legacy.MEMBERS, isNull("email"), "deleted = 0 and email_addr is null"),
          new Audit(
              Legacy.MEMBERS,
              failsCheck("email"),
              "trim(email_addr) not regexp '^[A-Za-z0-9.]+@[A-Za-z.]+$'"),
          new Audit(
              Legacy.MEMBERS,
              tooLong("display_name"),
              "char_length(concat_ws(' ', first_name, last_name)) > 80"),
          new Audit(Legacy.MEMBERS, badText("nickname"), "locate(char(0), nickname) > 0"),
          new Audit(Legacy.MEMBERS, badValue("newsletter"), "newsletter not in (0, 1)"),
          new Audit(Legacy.MEMBERS, badValue("joined_at"), noMoment("created")),
          new Audit(Legacy.MEMBERS, badValue("last_login_at"), noMoment("last_login")),
          new Audit(Legacy.MEMBERS, failsCheck("joined_at"), "created > '2026-01-01'"),
          new Audit(
              Legacy.MEMBERS,
              refused("users_birth_year_check"),
              "birth_year not between 1900 and 2020"),
          new Audit(
              Legacy.MEMBERS,
              duplicate("email"),
              isLaterOf("member_id", "lower(trim(email_addr))", "members", "users")),
          new Audit(Legacy.ADS, skipped(), "hidden is null or hidden <> 0"),
          new Audit(
              Legacy.ADS,
              noLookup("species"),
              "breed_code is not null and upper(trim(breed_code)) not in"
                  + " (select b.breed_code from breeds b)"),
          new Audit(Legacy.ADS, notListed("status"), "state = ''"),
          new Audit(
              Legacy.ADS,
              noExpression("price_each"),
              "litter_size = 0 or price_pence / 100 / litter_size"
                  + " <> round(price_pence / 100 / litter_size, 6)"),
          new Audit(Legacy.ADS, isNull("title"), "title is null"),
          new Audit(Legacy.ADS, tooLong("title"), "char_length(title) > 120"),
          new Audit(Legacy.ADS, badText("body"), "locate(char(0), description) > 0"),
          new Audit(Legacy.ADS, outOfRange("price"), "price_pence >= 1000000000"),
          new Audit(Legacy.ADS, failsCheck("price"), "price_pence < 0"),
          new Audit(Legacy.ADS, badValue("expires_on"), noDay("expires")),
          new Audit(
              Legacy.ADS,
              outOfRange("viewing_from"),
              "viewing_from not between '00:00' and '23:59:59'"),
          new Audit(Legacy.ADS, badValue("attributes"), "not json_valid(attributes)"),
          new Audit(Legacy.ADS, badValue("posted_at"), noMoment("created")),
          new Audit(Legacy.PHOTOS, badValue("photo_id"), "photo_id not regexp '^[0-9a-f-]{36}$'"),
          new Audit(Legacy.MESSAGES, outOfRange("message_id"), "message_id >= 1 << 63"),
          new Audit(Legacy.MESSAGES, isNull("body"), "body is null"),
          new Audit(Legacy.MESSAGES, tooLong("body"), "char_length(body) > 2000"),
          new Audit(Legacy.MESSAGES, badText("body"), "locate(char(0), body) > 0"),
          new Audit(Legacy.MESSAGES, badValue("seen"), "seen not in (0, 1)"),
          new Audit(Legacy.MESSAGES, badValue("sent_at"), noMoment("sent")),
          new Audit(Legacy.FAVOURITES, badValue("created_at"), noMoment("created")),
          new Audit(Legacy.FAVOURITES, tooLong("note"), "char_length(note) > 100"),
          new Audit(Legacy.PAYMENTS, notListed("method"), "method = 'cheque'"),
          new Audit(
              Legacy.PAYMENTS,
              outOfRange("amount"),
              "amount >= 100000000 or amount <> round(amount, 2)"),
          new Audit(Legacy.PAYMENTS, failsCheck("amount"), "amount <= 0"),
          new Audit(Legacy.PAYMENTS, badValue("paid_at"), noMoment("paid")),
          new Audit(
              Legacy.PAYMENTS,
              duplicate("reference"),
              isLaterOf("payment_id", "reference", "payments", "payments")),
          new Audit(Legacy.SHOPS, tooLong("name"), "char_length(name) > 60"),
          new Audit(Legacy.SHOPS, badValue("opened_on"), noDay("opened")),
          new Audit(Legacy.STAFF, notListed("role"), "role = ''"),
          new Audit(Legacy.STAFF, badValue("since"), noDay("since")));

  /** SQL that enters what it finds; it fails where a row was found before. */
  String insertFindings() {
    String words =
        fate instanceof Fate.Rejected rejected
            ? "'REJECTED', '%s', '%s', '%s'"
                .formatted(rejected.stage(), rejected.reason(), rejected.column())
            : "'SKIPPED', '', '', ''";
    return "insert into findings select '%s', %s, %s from %s t where %s"
        .formatted(table.entity(), table.keyTextOf("t"), words, table.name(), condition);
  }

  private static String noDay(String column) {
    return "(month(%1$s) = 0 or day(%1$s) = 0)".formatted(column);
  }

  /** Neither does the calendar hold it, nor did London's clocks ever show it. */
  private static String noMoment(String column) {
    String skippedHour = LAST_SUNDAY_OF_MARCH.formatted(column) + " and hour(" + column + ") = 1";
    return "(" + noDay(column) + " or (" + skippedHour + "))";
  }

  /** An earlier row with nothing wrong has the same value, and nothing is wrong with this one. */
  private static String isLaterOf(String key, String value, String table, String entity) {
    return """
    %1$s in (
      select id from (
        select %1$s as id, min(%1$s) over (partition by %2$s) as first_id
        from %3$s left join findings f
        on f.entity = '%4$s' and f.source_key = cast(%1$s as char)
        where f.entity is null) valid
      where id > first_id)
    """
        .formatted(key, value, table, entity);
  }
}
