package io.rehome.io.store;

/**
 * The temporary table through which records reach a partition that may hold them already. Made once
 * for each connection, emptied by each commit.
 */
final class Incoming {
  static final String NAME = "pg_temp.incoming";
  static final String TABLE =
      """
      create temporary table if not exists incoming on commit delete rows
          as select %s from rehome.record with no data
      """
          .formatted(RecordRows.COLUMNS);

  private Incoming() {}
}
