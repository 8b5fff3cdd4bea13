package io.rehome.io.store;

import static java.util.stream.Collectors.toSet;

import io.rehome.io.ClaimSearch;
import io.rehome.io.Claimant;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Outage;
import io.rehome.io.RunTag;
import io.rehome.io.jdbc.PgCopyRows;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import io.rehome.model.SourceTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * The search on PostgreSQL. Each method is one transaction that holds the fence. For one thread.
 */
final class PostgresClaimSearch extends Transacting implements ClaimSearch {
  /** What it writes is lost in a crash anyway. */
  private static final String NEED_NOT_LAST = "set local synchronous_commit = off";

  private final RunTag tag;
  private final SourceTable source;
  private final PgCopyRows rows = new PgCopyRows();

  PostgresClaimSearch(DatabaseAddress address, RunTag tag, SourceTable source) {
    super(address);
    this.tag = tag;
    this.source = source;
  }

  @Override
  public Set<Long> begin() {
    return within(
        session -> {
          ClaimTables tables = held(session);
          if (!tables.areOf(tag.fence().token())) {
            tables.make(tag.fence().token());
          }
          return tables.ranges().stream().collect(toSet());
        });
  }

  @Override
  public void note(PageId page, boolean last, List<Claimant> claimants) {
    run(
        session -> {
          ClaimTables tables = held(session);
          session.update(NEED_NOT_LAST);
          if (!tables.areOf(tag.fence().token())) {
            throw new Outage("the store crashed and lost the claims of " + source.entity());
          }
          if (tables.addPage(page, last)) {
            tables.addClaims(claimants, rows);
          }
        });
  }

  @Override
  public void close(List<KeyRange> ranges) {
    run(
        session -> {
          ClaimTables tables = held(session);
          if (tables.areOf(tag.fence().token())) {
            tables.close(ranges);
          }
        });
  }

  @Override
  public boolean end() {
    return withinLong(
        session -> {
          ClaimTables tables = held(session);
          if (!tables.areThere()) {
            return true; // it ended, and the answer was lost
          }
          if (!tables.areOf(tag.fence().token())) {
            return false;
          }
          tables.rank();
          tables.drop();
          return true;
        });
  }

  private ClaimTables held(Session session) throws SQLException {
    FenceRow.hold(session, tag.fence());
    Entity entity = new Entity.Directory(session, tag.marketplace()).entity(source.entity());
    return new ClaimTables(session, entity, source.key());
  }
}
