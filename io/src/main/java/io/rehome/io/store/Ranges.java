package io.rehome.io.store;

import io.rehome.io.Campaign;
import io.rehome.io.Scan;
import io.rehome.model.KeyRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An entity's key ranges. */
final class Ranges {
  private static final String KNOWN =
      "select exists (select from rehome.key_range where campaign = ? and entity = ?)";

  private static final String UNFINISHED =
      """
      select id, low, high from rehome.key_range
       where campaign = ? and entity = ? and state = 'O'
       order by id
      """;

  private static final String UNCOMPARED =
      """
      select k.id, k.low, k.high
        from rehome.key_range k join rehome.scan s on s.campaign = k.campaign
       where s.id = ? and k.entity = ?
         and not exists (select from rehome.scan_range c
                          where c.scan = s.id and c.range_id = k.id)
       order by k.id
      """;

  private static final String OF_CAMPAIGN =
      """
      select k.id, k.low, k.high
        from rehome.key_range k join rehome.scan s on s.campaign = k.campaign
       where s.id = ? and k.entity = ?
       order by k.id
      """;

  private static final String WAITING =
      """
      select k.id, k.low, k.high
        from rehome.key_range k
       where k.id in (select s.range_id from rehome.selection s
                       where s.scan = ? and s.entity = ? and s.state = 'W')
       order by k.id
      """;

  private static final String ADD =
      "insert into rehome.key_range (campaign, entity, low, high, fresh) values (?, ?, ?, ?, ?)";

  private static final String CLOSE_EMPTY =
      """
      update rehome.key_range k
         set state = 'F', run = ?, finished_at = now(), read = 0, loaded = 0, unchanged = 0,
             rejected = 0, skipped = 0, merged = 0, gone = 0, pending = 0, balanced = true
       where k.id = any(?) and k.state = 'O'
         and not exists (select from rehome.page p where p.range_id = k.id and p.run = ?)
      """;

  private final Session session;
  private final Entity entity;

  Ranges(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  Optional<List<KeyRange>> unfinished(Campaign campaign) throws SQLException {
    return areKnown(campaign)
        ? Optional.of(session.list(this::range, UNFINISHED, campaign.id(), entity.id()))
        : Optional.empty();
  }

  /** All ranges of the scan's campaign. */
  List<KeyRange> ofCampaign(Scan scan) throws SQLException {
    return session.list(this::range, OF_CAMPAIGN, scan.id(), entity.id());
  }

  /** Those of them that it has not compared. */
  List<KeyRange> uncompared(Scan scan) throws SQLException {
    return session.list(this::range, UNCOMPARED, scan.id(), entity.id());
  }

  /** The ranges of the keys that wait to enter. */
  List<KeyRange> waiting(Scan scan) throws SQLException {
    return session.list(this::range, WAITING, scan.id(), entity.id());
  }

  private boolean areKnown(Campaign campaign) throws SQLException {
    return session.one(row -> row.getBoolean(1), KNOWN, campaign.id(), entity.id());
  }

  private KeyRange range(ResultSet row) throws SQLException {
    return new KeyRange(entity.name(), row.getLong(1), bound(row, 2), bound(row, 3));
  }

  private static List<String> bound(ResultSet row, int column) throws SQLException {
    String[] stored = (String[]) row.getArray(column).getArray();
    return Arrays.stream(stored).map(KeyColumn::key).toList();
  }

  /** Under the lock of the entity's row: of two callers the second finds the ranges known. */
  void plan(Campaign campaign, List<List<String>> bounds) throws SQLException {
    session.first(
        row -> true, "select from rehome.entity where id = ? for no key update", entity.id());
    if (areKnown(campaign)) {
      return;
    }
    boolean fresh = isEmpty();
    List<String> low = List.of();
    for (List<String> high : bounds) {
      add(campaign, low, high, fresh);
      low = high;
    }
    add(campaign, low, List.of(), fresh);
  }

  private boolean isEmpty() throws SQLException {
    return session.one(
        row -> row.getBoolean(1), "select not exists (select from %s)".formatted(entity.records()));
  }

  private void add(Campaign campaign, List<String> low, List<String> high, boolean fresh)
      throws SQLException {
    session.update(ADD, campaign.id(), entity.id(), stored(low), stored(high), fresh);
  }

  private static String[] stored(List<String> bound) {
    return bound.stream().map(KeyColumn::stored).toArray(String[]::new);
  }

  static void closeEmpty(Session session, int run, List<KeyRange> ranges) throws SQLException {
    Long[] ids = ranges.stream().map(KeyRange::id).toArray(Long[]::new);
    session.update(CLOSE_EMPTY, run, ids, run);
  }
}
