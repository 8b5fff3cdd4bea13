package io.rehome.io.store;

import io.rehome.io.Held;
import io.rehome.io.Known;
import io.rehome.io.Parent;
import io.rehome.io.Unproven;
import io.rehome.io.Upload;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the store tells of an entity's records, by key: one query a call. */
final class Records {
  private static final String FROM =
      " from %s r join rehome.page p on p.id = r.page where r.source_key = any(?)";

  private static final String FITTING =
      """
      select count(*)
        from (select sum(r.bytes) over (order by r.number) - r.bytes as before
                from (select u.number, coalesce(octet_length(r.source), 0) as bytes
                        from unnest(?) with ordinality u (source_key, number)
                        join %s r on r.source_key = u.source_key) r) s
       where s.before < ?
      """;

  private final Session session;
  private final Entity entity;

  Records(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  /** Turns one row of a result into a value. */
  private interface Answer<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> Map<SourceKey, T> byKey(String columns, Collection<SourceKey> keys, Answer<T> answer)
      throws SQLException {
    Map<SourceKey, T> answers = new HashMap<>();
    session.each(
        row -> answers.put(new SourceKey(KeyColumn.key(row.getString(1))), answer.of(row)),
        "select r.source_key, " + columns + FROM.formatted(entity.records()),
        (Object) stored(keys));
    return answers;
  }

  private static String[] stored(Collection<SourceKey> keys) {
    return keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new);
  }

  Map<SourceKey, Known> known(Collection<SourceKey> keys) throws SQLException {
    String columns =
        "%s, r.source_fp, case when not %s then %s end, (select n.run from rehome.run n where n.id = p.run)"
            .formatted(
                LifeCycle.outcome(), LifeCycle.mayHaveMore(), LifeCycle.confirmedFingerprint());
    return byKey(columns, keys, Records::known);
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        Outcome.valueOf(row.getString(2)),
        Fingerprint.of(row.getObject(3, UUID.class)),
        Optional.ofNullable(row.getObject(4, UUID.class)).map(Fingerprint::of),
        row.getString(5));
  }

  Map<SourceKey, Held> held(DocumentShape shape, Collection<SourceKey> keys) throws SQLException {
    Map<SourceKey, Held> held = new HashMap<>();
    ours(sent(shape, keys)).forEach((key, one) -> held.put(key, one.held()));
    return held;
  }

  Map<SourceKey, Unproven> unproven(DocumentShape shape, Collection<SourceKey> keys)
      throws SQLException {
    Map<SourceKey, Unproven> unproven = new HashMap<>();
    ours(sent(shape, keys)).forEach((key, one) -> unproven.put(key, one.unproven()));
    unproven.values().removeIf(one -> one.sent().isEmpty());
    return new OwnRows(session, entity, shape).of(unproven);
  }

  private Map<SourceKey, Sent> sent(DocumentShape shape, Collection<SourceKey> keys)
      throws SQLException {
    JsonValues documents = JsonValues.ofDocuments(shape);
    String columns =
        "%s, case when %s then r.document end, case when %s then r.unsettled end, %s, %s"
            .formatted(
                LifeCycle.confirmedDocument(),
                LifeCycle.isOpen(),
                LifeCycle.mayHaveMore(),
                LifeCycle.mayHaveMore(),
                "case when not %s then coalesce(r.target_key, r.source_key) end"
                    .formatted(LifeCycle.isPresent()));
    return byKey(columns, keys, row -> sent(row, documents));
  }

  /**
   * Documents that were sent.
   *
   * @param confirmed the one that the target acknowledged
   * @param open those whose fate is unknown
   * @param unsure the stored target key of a record that the target never acknowledged
   */
  private record Sent(
      Optional<Document> confirmed,
      List<Document> open,
      Upload.Claim claim,
      Optional<String> unsure) {

    Held held() {
      return new Held(Stream.concat(confirmed.stream(), open.stream()).distinct().toList(), claim);
    }

    Unproven unproven() {
      return new Unproven(open, confirmed);
    }

    boolean isEmpty() {
      return confirmed.isEmpty() && open.isEmpty();
    }
  }

  private static Sent sent(ResultSet row, JsonValues documents) throws SQLException {
    return new Sent(
        documents(Stream.of(row.getString(2)), documents).stream().findFirst(),
        documents(Stream.concat(Stream.of(row.getString(3)), texts(row.getArray(4))), documents),
        row.getBoolean(5) ? Upload.Claim.PERHAPS_HELD : Upload.Claim.AS_CONFIRMED,
        Optional.ofNullable(row.getString(6)));
  }

  private static List<Document> documents(Stream<@Nullable String> texts, JsonValues documents) {
    return texts
        .filter(Objects::nonNull)
        .distinct()
        .map(text -> new Document(documents.read(text)))
        .toList();
  }

  /** A record that was never acknowledged holds no row that is another record's by now. */
  private Map<SourceKey, Sent> ours(Map<SourceKey, Sent> sent) throws SQLException {
    sent.values().removeIf(Sent::isEmpty);
    List<String> unsure = sent.values().stream().flatMap(one -> one.unsure().stream()).toList();
    Set<String> taken = new SharedTargets(session, entity).taken(unsure);
    sent.values().removeIf(one -> one.unsure().filter(taken::contains).isPresent());
    return sent;
  }

  private static Stream<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? Stream.of() : Arrays.stream((String[]) array.getArray());
  }

  Map<SourceKey, Parent> parents(Collection<SourceKey> keys) throws SQLException {
    String columns =
        "%s, %s, coalesce(r.target_key, r.source_key)"
            .formatted(LifeCycle.confirmedTargetKey(), LifeCycle.isUnderWay());
    return byKey(columns, keys, Records::parent);
  }

  private static Parent parent(ResultSet row) throws SQLException {
    if (row.getString(2) != null) {
      return new Parent.Present(target(row.getString(2)));
    }
    return row.getBoolean(3)
        ? new Parent.UnderWay(target(row.getString(4)))
        : new Parent.NotLoaded();
  }

  private static TargetKey target(String stored) {
    return new TargetKey(KeyColumn.key(stored));
  }

  int fitting(List<SourceKey> keys, long bytes) throws SQLException {
    int fitting =
        session.one(row -> row.getInt(1), FITTING.formatted(entity.records()), stored(keys), bytes);
    return Math.max(1, fitting);
  }

  List<SourceRow> kept(SourceTable source, Collection<SourceKey> keys) throws SQLException {
    JsonValues originals = JsonValues.ofRows(source);
    return session.list(
        row -> row(row, originals),
        "select r.source_key, r.source, r.chosen" + FROM.formatted(entity.records()),
        (Object) stored(keys));
  }

  private static SourceRow row(ResultSet row, JsonValues originals) throws SQLException {
    SourceKey key = new SourceKey(KeyColumn.key(row.getString(1)));
    String source = row.getString(2);
    if (source == null) {
      throw new IllegalStateException("the store keeps no original of " + key.text());
    }
    return new SourceRow(key, originals.read(source), row.getBoolean(3), source.length());
  }
}
