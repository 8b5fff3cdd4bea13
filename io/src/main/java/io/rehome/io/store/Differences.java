package io.rehome.io.store;

import io.rehome.io.Agreement;
import io.rehome.io.Difference;
import io.rehome.io.Difference.Cause;
import io.rehome.io.Difference.Kind;
import io.rehome.io.Scan;
import io.rehome.io.SecondLook;
import io.rehome.model.PageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The differences that a scan found of one entity. */
final class Differences {
  private static final String ADD =
      """
      insert into rehome.finding
        (scan, entity, kind, key, source_key, target_key, cause, fields, range_id, reading)
      select ?, ?, u.kind, coalesce(u.source_key, u.target_key, ''), u.source_key, u.target_key,
             u.cause, u.fields, ?, ?
        from unnest(?, ?, ?, ?, ?) u (kind, source_key, target_key, cause, fields)
          on conflict (scan, entity, key, kind) do update
         set target_key = excluded.target_key, cause = excluded.cause, fields = excluded.fields,
             range_id = excluded.range_id, reading = excluded.reading, agreement = null
      """;

  private static final String SOME =
      """
      select kind, source_key, target_key, cause, fields from rehome.finding
       where scan = ? and entity = ? and agreement is null and (key, kind) > (?, ?)
       order by key, kind
       limit ?
      """;

  private static final String SETTLE =
      """
      update rehome.finding set agreement = ?
       where scan = ? and entity = ? and key = ? and kind = ?
      """;

  /** It keeps the page that it was read with. */
  private static final String CHANGE =
      """
      update rehome.finding f
         set kind = ?, target_key = ?, cause = ?, fields = ?, found_at = now()
       where scan = ? and entity = ? and key = ? and kind = ?
      """;

  private final Session session;
  private final Scan scan;
  private final Entity entity;

  Differences(Session session, Scan scan, Entity entity) {
    this.session = session;
    this.scan = scan;
    this.entity = entity;
  }

  void add(List<Difference> differences, Optional<PageId> page) throws SQLException {
    if (!differences.isEmpty()) {
      session.update(
          ADD,
          scan.id(),
          entity.id(),
          page.map(PageId::range).orElse(null),
          page.map(PageId::reading).orElse(null),
          each(differences, it -> it.kind().name()),
          each(differences, it -> stored(it.source())),
          each(differences, it -> stored(it.target())),
          each(differences, it -> it.cause().name()),
          each(differences, it -> FieldsText.of(it.fields())));
    }
  }

  private static @Nullable String[] each(
      List<Difference> differences, Function<Difference, @Nullable String> part) {
    return differences.stream().map(part).toArray(String[]::new);
  }

  private static @Nullable String stored(Optional<String> key) {
    return key.map(KeyColumn::stored).orElse(null);
  }

  void forgetUnexpected() throws SQLException {
    session.update(
        "delete from rehome.finding where scan = ? and entity = ? and kind = ?",
        scan.id(),
        entity.id(),
        Kind.UNEXPECTED.name());
  }

  List<Difference> some(Optional<Difference> after, int limit) throws SQLException {
    return session.list(
        Differences::difference,
        SOME,
        scan.id(),
        entity.id(),
        after.map(it -> KeyColumn.stored(it.key())).orElse(""),
        after.map(it -> it.kind().name()).orElse(""),
        limit);
  }

  void each(Consumer<Difference> each) throws SQLException {
    session.each(
        row -> each.accept(difference(row)),
        SOME,
        scan.id(),
        entity.id(),
        "",
        "",
        Integer.MAX_VALUE);
  }

  /** Of kind, source key, target key, cause and fields, in this order. */
  static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        Kind.valueOf(row.getString(1)),
        key(row.getString(2)),
        key(row.getString(3)),
        Cause.valueOf(row.getString(4)),
        FieldsText.read(row.getString(5)));
  }

  private static Optional<String> key(@Nullable String stored) {
    return Optional.ofNullable(stored).map(KeyColumn::key);
  }

  void lookedAgain(SecondLook look) throws SQLException {
    if (look.now().isPresent()) {
      change(look.before(), look.now().get());
    } else {
      settle(look.before(), look.agreement());
    }
  }

  private void settle(Difference before, Agreement agreement) throws SQLException {
    session.update(
        SETTLE,
        agreement.name(),
        scan.id(),
        entity.id(),
        KeyColumn.stored(before.key()),
        before.kind().name());
  }

  private void change(Difference before, Difference now) throws SQLException {
    session.update(
        CHANGE,
        now.kind().name(),
        stored(now.target()),
        now.cause().name(),
        FieldsText.of(now.fields()),
        scan.id(),
        entity.id(),
        KeyColumn.stored(before.key()),
        before.kind().name());
  }
}
