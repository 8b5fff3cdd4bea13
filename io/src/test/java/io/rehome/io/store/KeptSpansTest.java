package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.ready;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.rehome.io.Kept;
import io.rehome.io.Ledger;
import io.rehome.io.PageSize;
import io.rehome.io.RangeSize;
import io.rehome.io.Scan;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an entity's kept records are divided into spans, and these read page by page. */
final class KeptSpansTest {
  private static final int MANY = 120_000;

  private final StoreFixture fixture = new StoreFixture("users");
  private final Running run = fixture.run("r1");
  private final Ledger ledger = run.ledger();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void spansOfALargeTableTileItsKeysAndAreAboutAsLargeAsTheyShouldBe() throws Exception {
    ledger.begin(USERS, USER, byKey("users", ready("first", "Ann")));
    fixture.database.execute(
        "insert into rehome.record (entity, page, source_fp, state, chosen, source_key, source)"
            + " select entity, page, source_fp, state, chosen, 'k' || md5(n::text), repeat('x', 1000)"
            + " from rehome.record, generate_series(1, "
            + MANY
            + ") n");

    List<KeyRange> spans = spans(new RangeSize(10_000, Long.MAX_VALUE));

    List<Long> records = new ArrayList<>();
    List<String> low = List.of();
    for (KeyRange span : spans) {
      assertThat(span.low(), equalTo(low));
      records.add(records(span));
      low = span.high();
    }
    assertThat(low, is(empty()));
    assertThat(records.stream().mapToLong(Long::longValue).sum(), is(MANY + 1L));
    assertThat(spans.size(), allOf(greaterThan(9), lessThan(16)));
    assertThat(records.subList(0, records.size() - 1), everyItem(lessThan(20_000L)));
  }

  @Test
  void aPageOfASpanEndsAfterTheRecordThatFillsIt() {
    ledger.begin(
        USERS, USER, byKey("users", ready("1", "Ann"), ready("2", "Bo"), ready("3", "Cy")));

    assertThat(keys(Optional.empty(), new PageSize(10, 1000)), contains("1", "2", "3"));
    assertThat(keys(Optional.empty(), new PageSize(2, 1000)), contains("1", "2"));
    assertThat(keys(Optional.empty(), new PageSize(10, 1)), contains("1"));
    assertThat(keys(Optional.empty(), new PageSize(10, 30)), contains("1", "2"));
    assertThat(keys(Optional.of(new SourceKey("1")), new PageSize(10, 1)), contains("2"));
    assertThat(keys(Optional.of(new SourceKey("3")), new PageSize(10, 1)), is(empty()));
  }

  private List<String> keys(Optional<SourceKey> after, PageSize size) {
    KeyRange all = new KeyRange("users", -1, List.of(), List.of());
    return ledger.kept(USERS, USER, all, after, size).stream()
        .map(Kept::row)
        .map(row -> row.key().text())
        .toList();
  }

  private List<KeyRange> spans(RangeSize size) throws Exception {
    try (Session session = new Session(StoreFixture.address(fixture.database))) {
      Entity.Directory entities = new Entity.Directory(session, StoreFixture.MARKETPLACE);
      return session.transaction(
          () ->
              new Spans(session, entities.entity("users"))
                  .uncompared(new Scan(7, Instant.EPOCH), size));
    }
  }

  private long records(KeyRange span) {
    String low = span.low().isEmpty() ? "" : " and source_key > '" + span.low().get(0) + "'";
    String high = span.high().isEmpty() ? "" : " and source_key <= '" + span.high().get(0) + "'";
    return Long.parseLong(
        fixture.sql("select count(*) from rehome.record where true" + low + high).get(0));
  }
}
