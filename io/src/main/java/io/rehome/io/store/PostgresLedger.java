package io.rehome.io.store;

import io.rehome.io.Held;
import io.rehome.io.Keep;
import io.rehome.io.Kept;
import io.rehome.io.Known;
import io.rehome.io.Ledger;
import io.rehome.io.LookupRows;
import io.rehome.io.PageSize;
import io.rehome.io.Parent;
import io.rehome.io.RunTag;
import io.rehome.io.Unproven;
import io.rehome.io.jdbc.PgCopyRows;
import io.rehome.model.Correction;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The ledger on PostgreSQL. Each method is one transaction. For one thread. */
final class PostgresLedger implements Ledger {
  private final Session session;
  private final RunTag tag;
  private final Keep keep;
  private final Entity.Directory entities;
  private final PgCopyRows rows = new PgCopyRows();
  private OptionalInt run = OptionalInt.empty();

  PostgresLedger(Session session, RunTag tag, Keep keep) {
    this.session = session;
    this.tag = tag;
    this.keep = keep;
    this.entities = new Entity.Directory(session, tag.marketplace());
  }

  @Override
  public Map<SourceKey, Known> known(String entity, Collection<SourceKey> keys) {
    return session.transaction(() -> records(entity).known(keys));
  }

  @Override
  public Map<SourceKey, Held> held(String entity, DocumentShape shape, Collection<SourceKey> keys) {
    return session.transaction(() -> records(entity).held(shape, keys));
  }

  @Override
  public Map<SourceKey, Unproven> unproven(
      String entity, DocumentShape shape, Collection<SourceKey> keys) {
    return session.transaction(() -> records(entity).unproven(shape, keys));
  }

  @Override
  public Map<SourceKey, Parent> parents(String entity, Collection<SourceKey> keys) {
    return session.transaction(() -> records(entity).parents(keys));
  }

  @Override
  public int fitting(String entity, List<SourceKey> keys, long bytes) {
    return session.transaction(() -> records(entity).fitting(keys, bytes));
  }

  @Override
  public List<SourceRow> kept(SourceTable source, Collection<SourceKey> keys) {
    return session.transaction(() -> records(source.entity()).kept(source, keys));
  }

  @Override
  public List<Kept> kept(
      SourceTable source,
      DocumentShape shape,
      KeyRange span,
      Optional<SourceKey> after,
      PageSize size) {
    return session.transaction(
        () ->
            new KeptRecords(session, entities.entity(source.entity()), source)
                .records(span, after, size, shape));
  }

  @Override
  public void spelled(String entity, Map<SourceKey, SourceKey> spelled) {
    session.run(
        () -> {
          FenceRow.hold(session, tag.fence());
          new KnownSpelling(session, entities.entity(entity)).add(spelled);
        });
  }

  private Records records(String entity) throws SQLException {
    return new Records(session, entities.entity(entity));
  }

  @Override
  public Set<Fingerprint> contended(String entity, Collection<Fingerprint> claims) {
    return session.transaction(
        () -> new Contenders(session, entities.entity(entity)).contended(claims));
  }

  @Override
  public boolean isNew(PageId page) {
    return session.transaction(() -> PageBeginning.isNew(session, page));
  }

  @Override
  public OptionalLong beginNew(SourceTable source, DocumentShape shape, Passage passage) {
    try {
      return passage.id().isOfRange()
          ? session.transaction(() -> beginning(source, shape, passage).beginNew())
          : OptionalLong.empty();
    } catch (IllegalStateException e) {
      if (Session.isDuplicate(e)) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  @Override
  public long begin(SourceTable source, DocumentShape shape, Passage passage) {
    OptionalLong page = beginNew(source, shape, passage);
    return page.isPresent()
        ? page.getAsLong()
        : session.transaction(() -> beginning(source, shape, passage).begin());
  }

  private PageBeginning beginning(SourceTable source, DocumentShape shape, Passage passage)
      throws SQLException {
    Entity entity = entities.entity(passage.id().entity());
    return new PageBeginning(
        session, tag, run(), entity, new RecordRows.Form(source, shape, keep), passage, rows);
  }

  private int run() throws SQLException {
    if (run.isEmpty()) {
      run = OptionalInt.of(RunRow.number(session, tag));
    }
    return run.getAsInt();
  }

  @Override
  public void confirm(long page, Map<SourceKey, Rejection> refused) {
    session.run(() -> new PageConfirmation(session, tag.fence(), page).confirm(refused));
  }

  @Override
  public void keepOriginals(SourceTable source, Collection<SourceRow> rows) {
    if (keep == Keep.FINGERPRINTS && !rows.isEmpty()) {
      session.run(
          () -> {
            FenceRow.hold(session, tag.fence());
            new Originals(session, entities.entity(source.entity())).keep(source, rows);
          });
    }
  }

  @Override
  public void refuse(long page, Map<SourceKey, Rejection> refused) {
    session.run(() -> new PageConfirmation(session, tag.fence(), page).refuseMeanwhile(refused));
  }

  @Override
  public LookupRows lookup(String name, int version) {
    return session.transaction(() -> new Lookups(session, tag.marketplace()).rows(name, version));
  }

  @Override
  public List<Correction> corrections(String entity, int version) {
    return session.transaction(
        () -> new CorrectionRows(session, tag.marketplace()).inForce(entity, version));
  }

  @Override
  public void close() {
    session.close();
  }
}
