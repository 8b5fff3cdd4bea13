package io.rehome.io.store;

import io.rehome.io.Asserted;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Difference;
import io.rehome.io.Findings;
import io.rehome.io.PageFindings;
import io.rehome.io.RunTag;
import io.rehome.io.Scan;
import io.rehome.io.SecondLook;
import io.rehome.io.Verifications;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The verifications on PostgreSQL. Each method is one transaction on its own connection. */
final class PostgresVerifications extends Transacting implements Verifications {
  private static final String MODE = "VERIFY";

  /** What earlier verifications found, and other modes that ended, but for the scan at hand. */
  private static final String FORGET =
      """
      delete from rehome.%s v using rehome.scan s
       where s.id = v.scan and s.marketplace = ? and s.id <> ?
         and (s.mode = ? or s.ended_at is not null)
      """;

  private static final String OF_RUN =
      "select id, started_at from rehome.scan where run = ? order by id desc limit 1";

  private final RunTag tag;

  PostgresVerifications(DatabaseAddress address, RunTag tag) {
    super(address);
    this.tag = tag;
  }

  @Override
  public Scan open(String question) {
    return within(
        session -> {
          Scan scan = new Scans(session, tag).open(MODE, question);
          takeOver(session, scan);
          return scan;
        });
  }

  @Override
  public void takeOver(Scan scan) {
    run(session -> takeOver(session, scan));
  }

  private void takeOver(Session session, Scan scan) throws SQLException {
    session.update(
        "update rehome.scan set run = ? where id = ?", RunRow.number(session, tag), scan.id());
  }

  @Override
  public void plan(Scan scan, String entity, List<List<String>> bounds) {
    run(session -> ranges(session, scan, entity).plan(bounds));
  }

  @Override
  public boolean isPlanned(Scan scan, String entity) {
    return within(session -> ranges(session, scan, entity).areKnown());
  }

  @Override
  public List<KeyRange> unverified(Scan scan, String entity) {
    return within(session -> ranges(session, scan, entity).unverified());
  }

  @Override
  public void forgetGathered(Scan scan, String entity) {
    run(session -> ranges(session, scan, entity).forgetGathered());
  }

  @Override
  public void found(Scan scan, PageId page, Page.End end, PageFindings findings) {
    run(
        session -> {
          int run = RunRow.number(session, tag);
          if (ranges(session, scan, page.entity()).add(page, end, run, findings)) {
            differences(session, scan, page.entity())
                .add(findings.differences(), Optional.of(page));
          }
        });
  }

  @Override
  public void closeEmpty(Scan scan, List<KeyRange> ranges) {
    run(session -> VerificationRanges.closeEmpty(session, ranges));
  }

  @Override
  public boolean areKeysCompared(Scan scan, String entity) {
    return within(
        session ->
            session.one(
                row -> row.getBoolean(1),
                "select exists (select from rehome.verification_keys where scan = ? and entity = ?)",
                scan.id(),
                entity(session, entity).id()));
  }

  @Override
  public void forgetUnexpected(Scan scan, String entity) {
    run(session -> differences(session, scan, entity).forgetUnexpected());
  }

  @Override
  public void unexpected(Scan scan, String entity, List<Difference> rows) {
    run(session -> differences(session, scan, entity).add(rows, Optional.empty()));
  }

  @Override
  public void keysCompared(Scan scan, String entity) {
    run(
        session ->
            session.update(
                "insert into rehome.verification_keys (scan, entity) values (?, ?) on conflict do nothing",
                scan.id(),
                entity(session, entity).id()));
  }

  @Override
  public List<Difference> differences(
      Scan scan, String entity, Optional<Difference> after, int limit) {
    return within(session -> differences(session, scan, entity).some(after, limit));
  }

  @Override
  public void lookedAgain(Scan scan, String entity, List<SecondLook> looks) {
    run(
        session -> {
          Differences differences = differences(session, scan, entity);
          for (SecondLook look : looks) {
            differences.lookedAgain(look);
          }
        });
  }

  @Override
  public List<Findings> findings(int sample) {
    return within(
        session -> {
          Optional<Scan> scan = ofRun(session);
          return scan.isEmpty()
              ? List.of()
              : new FindingCounts(session, scan.get()).all(tag.marketplace(), sample);
        });
  }

  private Optional<Scan> ofRun(Session session) throws SQLException {
    return session.first(
        row -> new Scan(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()),
        OF_RUN,
        RunRow.number(session, tag));
  }

  @Override
  public void asserted(Scan scan, List<Asserted> pairs) {
    run(session -> new Assertions(session).keep(scan, pairs));
  }

  @Override
  public List<Asserted> asserted() {
    return within(
        session -> {
          Optional<Scan> scan = ofRun(session);
          return scan.isEmpty() ? List.of() : new Assertions(session).of(scan.get());
        });
  }

  @Override
  public void each(Scan scan, String entity, Consumer<Difference> each) {
    run(session -> differences(session, scan, entity).each(each));
  }

  @Override
  public void reopen(DocumentShape shape, String entity, Map<SourceKey, List<Document>> held) {
    run(
        session -> {
          FenceRow.hold(session, tag.fence());
          new ReopenedRecords(session, RunRow.number(session, tag), entity(session, entity), shape)
              .reopen(held);
        });
  }

  @Override
  public void end(Scan scan) {
    runLong(
        session -> {
          session.update("update rehome.scan set ended_at = now() where id = ?", scan.id());
          for (String table :
              List.of(
                  "finding",
                  "verification_page",
                  "verification_range",
                  "verification_keys",
                  "verification_assertion")) {
            session.update(FORGET.formatted(table), tag.marketplace(), scan.id(), MODE);
          }
        });
  }

  private VerificationRanges ranges(Session session, Scan scan, String entity) throws SQLException {
    return new VerificationRanges(session, scan, entity(session, entity));
  }

  private Differences differences(Session session, Scan scan, String entity) throws SQLException {
    return new Differences(session, scan, entity(session, entity));
  }

  private Entity entity(Session session, String name) throws SQLException {
    return new Entity.Directory(session, tag.marketplace()).entity(name);
  }
}
