package io.rehome.testdata.judge;

import io.rehome.testdata.demo.LegacyTable;

/**
 * The queries that tell how records must have ended, and how the store says that they did. Where a
 * table has no key, fates are counted.
 */
final class StoreSql {
  private static final String EXPECTED =
      """
      select k.source_key, ifnull(f.outcome, 'LOADED') as outcome, ifnull(f.stage, '') as stage,
        ifnull(f.reason, '') as reason, ifnull(f.column_name, '') as column_name
      from (select %s as source_key from %s t) k
      left join fates f on f.entity = '%s' and f.source_key = k.source_key
      order by cast(k.source_key as binary)
      """;

  private static final String ACTUAL =
      """
      select source_key, outcome, coalesce(stage, '') as stage, coalesce(reason, '') as reason,
        coalesce(column_name, '') as column_name
      from rehome.records
      where marketplace = 'petsandpaws' and entity = '%s'
      order by source_key collate "C"
      """;

  private static final String EXPECTED_COUNTS =
      """
      select concat_ws(' ', outcome, nullif(stage, ''), nullif(reason, ''), nullif(column_name, ''))
        as fate, count(*) as records
      from fates where entity = '%1$s'
      group by 1
      union all
      select 'LOADED', count(*) - (select count(*) from fates where entity = '%1$s') from %2$s
      having count(*) > 0
      order by 1
      """;

  private static final String ACTUAL_COUNTS =
      """
      select concat_ws(' ', outcome, nullif(stage, ''), nullif(reason, ''), nullif(column_name, ''))
        as fate, count(*) as records
      from rehome.records
      where marketplace = 'petsandpaws' and entity = '%s'
      group by 1
      order by 1
      """;

  private StoreSql() {}

  static String expected(LegacyTable table) {
    return table.key().isEmpty()
        ? EXPECTED_COUNTS.formatted(table.entity(), table.name())
        : EXPECTED.formatted(table.keyTextOf("t"), table.name(), table.entity());
  }

  static String actual(LegacyTable table) {
    return (table.key().isEmpty() ? ACTUAL_COUNTS : ACTUAL).formatted(table.entity());
  }
}
