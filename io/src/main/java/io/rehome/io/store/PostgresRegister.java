package io.rehome.io.store;

import io.rehome.io.Campaign;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Identity;
import io.rehome.io.Keep;
import io.rehome.io.LookupRows;
import io.rehome.io.Register;
import io.rehome.io.RunTag;
import io.rehome.model.Correction;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register on PostgreSQL. Each method is one transaction on a connection of its own. */
final class PostgresRegister extends Transacting implements Register {
  private final String marketplace;
  private final Keep keep;

  PostgresRegister(DatabaseAddress address, String marketplace, Keep keep) {
    super(address);
    this.marketplace = marketplace;
    this.keep = keep;
  }

  @Override
  public int planVersion(String text, Fingerprint rules) {
    return within(session -> new Campaigns(session, marketplace).planVersion(text, rules));
  }

  @Override
  public Campaign campaign(Begin begin) {
    return within(session -> new Campaigns(session, marketplace).campaign(begin));
  }

  @Override
  public void enrol(Map<String, String> targetTables) {
    run(session -> new Enrolment(session, marketplace).enrol(targetTables));
  }

  @Override
  public void start(RunTag tag, String mode, String runner) {
    run(session -> RunRow.start(session, tag, mode, runner));
  }

  @Override
  public void finish(RunTag tag, String state, int exit) {
    run(session -> RunRow.finish(session, tag, state, exit));
  }

  @Override
  public Optional<List<KeyRange>> unfinished(Campaign campaign, String entity) {
    return within(session -> ranges(session, entity).unfinished(campaign));
  }

  @Override
  public void plan(Campaign campaign, String entity, List<List<String>> bounds) {
    run(session -> ranges(session, entity).plan(campaign, bounds));
  }

  private Ranges ranges(Session session, String entity) throws SQLException {
    return new Ranges(session, entity(session, entity));
  }

  private Entity entity(Session session, String name) throws SQLException {
    return new Entity.Directory(session, marketplace).entity(name);
  }

  @Override
  public void closeEmpty(RunTag tag, List<KeyRange> ranges) {
    run(
        session -> {
          FenceRow.hold(session, tag.fence());
          Ranges.closeEmpty(session, RunRow.number(session, tag), ranges);
        });
  }

  @Override
  public void uncontend(RunTag tag, String entity) {
    run(
        session -> {
          FenceRow.hold(session, tag.fence());
          new Contenders(session, entity(session, entity)).forget();
        });
  }

  @Override
  public void settle(RunTag tag, List<String> entities) {
    runLong(session -> Settlement.analyze(session, entities(session, entities)));
    runLong(
        session -> {
          FenceRow.hold(session, tag.fence());
          new Settlement(session, RunRow.number(session, tag), entities(session, entities))
              .settle();
        });
  }

  private List<Entity> entities(Session session, List<String> names) throws SQLException {
    Entity.Directory directory = new Entity.Directory(session, marketplace);
    List<Entity> entities = new ArrayList<>();
    for (String name : names) {
      entities.add(directory.entity(name));
    }
    return entities;
  }

  @Override
  public List<SourceKey> settled(String entity, Optional<SourceKey> after, int limit) {
    return within(
        session -> new SettledRecords(session, entity(session, entity)).list(after, limit));
  }

  @Override
  public boolean isAnyRefused(RunTag tag, List<String> entities) {
    return within(
        session -> {
          int run = RunRow.number(session, tag);
          boolean any = false;
          for (Entity entity : entities(session, entities)) {
            any |= new SettledRecords(session, entity).isRefusedSome(run);
          }
          return any;
        });
  }

  @Override
  public List<SourceKey> doomed(
      List<String> entities, String entity, Optional<SourceKey> after, int limit) {
    return within(
        session ->
            new Doomed(session, entities(session, entities))
                .of(entity(session, entity), after, limit));
  }

  @Override
  public List<SourceKey> linkedToDoomed(
      List<String> entities, String entity, Optional<SourceKey> after, int limit) {
    return within(
        session ->
            new Doomed(session, entities(session, entities))
                .linked(entity(session, entity), after, limit));
  }

  @Override
  public void rejectDoomed(RunTag tag, List<String> entities) {
    runLong(
        session -> {
          FenceRow.hold(session, tag.fence());
          new Doomed(session, entities(session, entities)).reject(RunRow.number(session, tag));
        });
  }

  @Override
  public List<SourceKey> left(String entity, Optional<SourceKey> after, int limit) {
    return within(session -> new LeftRecords(session, entity(session, entity)).list(after, limit));
  }

  @Override
  public void withdrawn(RunTag tag, String entity, List<SourceKey> keys) {
    run(
        session -> {
          FenceRow.hold(session, tag.fence());
          new LeftRecords(session, entity(session, entity)).withdrawn(keys);
        });
  }

  @Override
  public void confirmSettled(RunTag tag, List<String> entities) {
    runLong(
        session -> {
          FenceRow.hold(session, tag.fence());
          int run = RunRow.number(session, tag);
          for (Entity entity : entities(session, entities)) {
            new SettledRecords(session, entity).confirm(run);
          }
        });
  }

  @Override
  public void closeSettled(RunTag tag, List<String> entities) {
    runLong(
        session -> {
          FenceRow.hold(session, tag.fence());
          int run = RunRow.number(session, tag);
          for (Entity entity : entities(session, entities)) {
            new SettledRecords(session, entity).close(run);
          }
        });
  }

  @Override
  public void leaveOutOriginals(RunTag tag, List<String> entities) {
    if (keep == Keep.FINGERPRINTS && !entities.isEmpty()) {
      runLong(
          session -> {
            FenceRow.hold(session, tag.fence());
            for (Entity entity : entities(session, entities)) {
              new Originals(session, entity).leaveOutOfSettled();
            }
          });
    }
  }

  @Override
  public List<SourceKey> released(RunTag tag, String entity, int limit) {
    return within(
        session -> {
          FenceRow.hold(session, tag.fence());
          return new Releases(session, RunRow.number(session, tag), entity(session, entity))
              .released(limit);
        });
  }

  @Override
  public List<SourceKey> stoodFor(RunTag tag, String entity, int limit) {
    return within(
        session -> {
          FenceRow.hold(session, tag.fence());
          return new Releases(session, RunRow.number(session, tag), entity(session, entity))
              .stoodFor(limit);
        });
  }

  @Override
  public int lookup(String name, LookupRows rows) {
    return within(session -> new Lookups(session, marketplace).version(name, rows));
  }

  @Override
  public void correct(String entity, List<Correction> corrections, String note, String by) {
    run(
        session ->
            new CorrectionRows(session, marketplace)
                .make(entity(session, entity), corrections, note, by));
  }

  @Override
  public int undo(String entity, SourceKey key, List<String> fields, String by) {
    return within(
        session ->
            new CorrectionRows(session, marketplace)
                .undo(entity(session, entity), key, fields, by));
  }

  @Override
  public int corrections(RunTag tag) {
    return within(session -> new CorrectionRows(session, marketplace).version(tag));
  }

  @Override
  public void lookedUp(String table, String lookup, int version) {
    run(session -> new KeptCatalog(session, marketplace).keep(table, lookup, version));
  }

  @Override
  public void keep(Identity source, List<SourceTable> tables) {
    run(session -> new KeptCatalog(session, marketplace).keep(source, tables));
  }
}
