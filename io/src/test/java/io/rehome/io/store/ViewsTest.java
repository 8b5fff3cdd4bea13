package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.deferred;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.rejected;
import static io.rehome.io.store.StoreFixture.skipped;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Ledger;
import io.rehome.io.Store.Readiness;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The views that scripts read: their columns, and that they tell the truth. */
final class ViewsTest {
  private final StoreFixture fixture = new StoreFixture("users");

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "records | marketplace, entity, source_key, outcome, source, document, confirmed_document,"
            + " target_key, confirmed_at, stage, reason, column_name, message, attempts, range_id,"
            + " plan_version, run, updated_at",
        "rejections | marketplace, entity, source_key, outcome, source, document,"
            + " confirmed_document, target_key, confirmed_at, stage, reason, column_name, message,"
            + " attempts, range_id, plan_version, run, updated_at, turn",
        "runs | run, marketplace, campaign, mode, runner, plan_version, started, finished, state,"
            + " exit, host",
        "ranges | marketplace, campaign, entity, range_id, low, high, state, attempt, read, loaded,"
            + " unchanged, rejected, skipped, merged, gone, pending, finished_at",
        "books | run, marketplace, entity, read, loaded, unchanged, rejected, skipped, merged,"
            + " gone, pending, balanced",
        "ids | marketplace, entity, source_key, target_key",
        "attempts | marketplace, entity, source_key, attempt, outcome, document, target_key, stage,"
            + " reason, column_name, message, plan_version, run, updated_at",
        "corrections | marketplace, entity, source_key, field, value, note, made_by, made_at,"
            + " undone_by, undone_at"
      })
  void viewsHaveTheColumnsThatScriptsRelyOn(String view, String columns) {
    assertThat(
        fixture.sql(
            """
            select column_name from information_schema.columns
             where table_schema = 'rehome' and table_name = '%s' order by ordinal_position
            """
                .formatted(view)),
        equalTo(Arrays.asList(columns.split(", "))));
  }

  @Test
  void recordsAndRejectionsAgree() {
    Running run = fixture.run("r1");
    Ledger ledger = run.ledger();
    ledger.confirm(
        ledger.begin(
            USERS,
            USER,
            lastPage(
                run.ranges("users").get(0),
                ready("1", "Ann"),
                rejected("2", Reason.NOT_LISTED),
                skipped("3", "where"),
                deferred("4", List.of()))),
        Map.of());
    ledger.confirm(
        ledger.begin(USERS, USER, byKey("users", rejected("1", Reason.TARGET_CHANGED))), Map.of());
    String columns =
        "source_key, outcome, source, document, confirmed_document, target_key, confirmed_at,"
            + " stage, reason, column_name, message, attempts, range_id, plan_version, run,"
            + " updated_at";
    assertThat(
        fixture.sql(
            "select (%s)::text from rehome.rejections order by source_key".formatted(columns)),
        equalTo(
            fixture.sql(
                "select (%s)::text from rehome.records where outcome = 'REJECTED' order by source_key"
                    .formatted(columns))));
    assertThat(
        fixture.sql(
            "select concat_ws(' ', source_key, outcome, target_key) from rehome.records order by 1"),
        contains("1 REJECTED 1", "2 REJECTED", "3 SKIPPED", "4 PENDING 4"));
  }

  @Test
  void whoseTurnItIsStandsAsTheReasonsSay() {
    Running run = fixture.run("r1");
    Ledger ledger = run.ledger();
    for (Reason reason : Reason.values()) {
      ledger.begin(USERS, USER, byKey("users", rejected(reason.name(), reason)));
    }
    assertThat(
        fixture.sql("select source_key || ' ' || turn from rehome.rejections order by 1"),
        equalTo(
            Arrays.stream(Reason.values())
                .map(reason -> reason + " " + reason.turn())
                .sorted()
                .toList()));
  }

  @Test
  void theCodesOutcomeIsTheViews() {
    Running run = fixture.run("r1");
    Ledger ledger = run.ledger();
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", ready("loaded", "A"))), Map.of());
    ledger.begin(USERS, USER, byKey("users", ready("open", "B")));
    for (State state : State.values()) {
      ledger.confirm(
          ledger.begin(USERS, USER, byKey("users", skipped("is " + state, "where"))), Map.of());
      fixture.database.execute(
          "update rehome.record set state = %s where source_key = 'is %s'"
              .formatted(state.sql(), state));
    }
    assertThat(
        fixture.sql(
            "select r.source_key || ' ' || %s from rehome.record r join rehome.page p on p.id = r.page order by 1"
                .formatted(LifeCycle.outcome())),
        equalTo(fixture.outcomes("users")));
  }

  @Test
  void aStoreIsCurrentAfterItsUpgradeAndASecondOneDoesNothing() {
    assertThat(fixture.store.readiness(), is(Readiness.CURRENT));
    fixture.store.upgrade();
    assertThat(
        fixture.sql(
            "select (count(*) = max(version::int))::text from rehome.migrator_schema where type = 'SQL'"),
        contains("true"));
  }
}
