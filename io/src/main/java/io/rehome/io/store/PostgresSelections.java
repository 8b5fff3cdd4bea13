package io.rehome.io.store;

import static java.util.stream.Collectors.toMap;

import io.rehome.io.Compared;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Failed;
import io.rehome.io.Leaving;
import io.rehome.io.Met;
import io.rehome.io.RangePrints;
import io.rehome.io.RangeSize;
import io.rehome.io.Remembered;
import io.rehome.io.Retired;
import io.rehome.io.RunTag;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The selections on PostgreSQL. Each method is one fenced transaction on its own connection. */
final class PostgresSelections extends Transacting implements Selections {
  private final RunTag tag;

  PostgresSelections(DatabaseAddress address, RunTag tag) {
    super(address);
    this.tag = tag;
  }

  @Override
  <T> T within(Work<T> work) {
    return super.within(
        session -> {
          FenceRow.hold(session, tag.fence());
          return work.done(session);
        });
  }

  @Override
  public Scan open(String mode, String question) {
    return within(session -> new Scans(session, tag).open(mode, question));
  }

  @Override
  public void mark(Scan scan, String entity, String rules, String mark) {
    run(session -> new ScanMarks(session).add(scan, entity(session, entity), rules, mark));
  }

  @Override
  public Optional<String> lastMark(Scan scan, String entity, String rules) {
    return within(session -> new ScanMarks(session).last(scan, entity(session, entity), rules));
  }

  @Override
  public void selectFailed(Scan scan, List<String> entities, Failed failed) {
    runLong(
        session -> {
          if (new Scans(session, tag).selects(scan)) {
            for (String entity : entities) {
              selected(session, entity).selectFailed(scan, failed);
            }
          }
        });
  }

  @Override
  public List<KeyRange> ranges(Scan scan, String entity) {
    return within(session -> new Ranges(session, entity(session, entity)).ofCampaign(scan));
  }

  @Override
  public List<KeyRange> uncompared(Scan scan, String entity) {
    return withinLong(
        session -> {
          remembrance(session, entity).index();
          return new Ranges(session, entity(session, entity)).uncompared(scan);
        });
  }

  @Override
  public RangePrints prints(KeyRange range) {
    return within(session -> remembrance(session, range.entity()).prints(range));
  }

  @Override
  public List<Remembered> remembered(KeyRange range, Collection<Fingerprint> prints) {
    return within(session -> remembrance(session, range.entity()).of(range, prints));
  }

  @Override
  public List<Remembered> remembered(String entity, Collection<SourceKey> keys) {
    return within(session -> remembrance(session, entity).of(keys));
  }

  private Remembrance remembrance(Session session, String entity) throws SQLException {
    return new Remembrance(session, entity(session, entity));
  }

  @Override
  public List<KeyRange> spans(Scan scan, String entity, RangeSize size) {
    return within(session -> new Spans(session, entity(session, entity)).uncompared(scan, size));
  }

  @Override
  public void compared(Scan scan, KeyRange range, Compared found) {
    run(
        session ->
            compared(session, range.entity())
                .compared(scan, range, RunRow.number(session, tag), found));
  }

  @Override
  public void forgetMet(Scan scan, String entity) {
    run(session -> compared(session, entity).forgetMet(scan));
  }

  @Override
  public void met(Scan scan, String entity, int bucket, Met found) {
    run(session -> compared(session, entity).met(scan, bucket, RunRow.number(session, tag), found));
  }

  @Override
  public void vanished(Scan scan, String entity, DocumentShape shape, List<SourceKey> keys) {
    run(
        session -> {
          List<SourceKey> added = selected(session, entity).vanished(scan, keys);
          new ReopenedRecords(session, RunRow.number(session, tag), entity(session, entity), shape)
              .reopen(added.stream().collect(toMap(key -> key, key -> List.of())));
        });
  }

  @Override
  public List<SourceKey> waiting(Scan scan, String entity, Optional<SourceKey> after, int limit) {
    return within(session -> selected(session, entity).waiting(scan, after, limit));
  }

  @Override
  public List<KeyRange> waitingRanges(Scan scan, String entity) {
    return within(session -> new Ranges(session, entity(session, entity)).waiting(scan));
  }

  @Override
  public Set<SourceKey> selected(Scan scan, String entity, Collection<SourceKey> keys) {
    return within(session -> selected(session, entity).among(scan, keys));
  }

  @Override
  public void entered(Scan scan, String entity, SourceKey last) {
    run(session -> selected(session, entity).entered(scan, last));
  }

  @Override
  public void picked(Scan scan, String entity) {
    run(session -> selected(session, entity).picked(scan));
  }

  @Override
  public void absent(Scan scan, String entity, List<SourceKey> keys) {
    run(session -> selected(session, entity).absent(scan, keys));
  }

  @Override
  public void unmet(Scan scan, String entity) {
    runLong(session -> compared(session, entity).unmet(scan));
  }

  @Override
  public List<SourceKey> missing(Scan scan, String entity, Optional<SourceKey> after, int limit) {
    return within(session -> selected(session, entity).missing(scan, after, limit));
  }

  @Override
  public void select(Scan scan, String entity, List<SourceKey> keys) {
    run(session -> selected(session, entity).select(scan, keys));
  }

  @Override
  public void selectUnkept(Scan scan, String entity) {
    runLong(session -> selected(session, entity).selectUnkept(scan));
  }

  @Override
  public void found(Scan scan, String entity, List<SourceKey> keys) {
    run(session -> selected(session, entity).found(scan, keys));
  }

  @Override
  public Leaving leaving(Scan scan, String entity) {
    return withinLong(session -> compared(session, entity).leaving(scan));
  }

  @Override
  public void retired(Scan scan, String entity, DocumentShape shape, Retired retired) {
    run(
        session ->
            new RetiredRecords(session, RunRow.number(session, tag), entity(session, entity))
                .mark(scan, shape, retired));
  }

  @Override
  public void gone(Scan scan, String entity) {
    runLong(
        session ->
            new GoneRecords(session, RunRow.number(session, tag), entity(session, entity))
                .mark(scan));
  }

  @Override
  public void end(Scan scan) {
    runLong(session -> new Scans(session, tag).end(scan));
  }

  private ComparedRanges compared(Session session, String entity) throws SQLException {
    return new ComparedRanges(session, entity(session, entity));
  }

  private Selected selected(Session session, String entity) throws SQLException {
    return new Selected(session, entity(session, entity));
  }

  private Entity entity(Session session, String name) throws SQLException {
    return new Entity.Directory(session, tag.marketplace()).entity(name);
  }
}
