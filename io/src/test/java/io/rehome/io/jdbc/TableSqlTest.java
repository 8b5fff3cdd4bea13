package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalToCompressingWhiteSpace;

import io.rehome.io.jdbc.TableSql.Uniqueness;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import io.rehome.model.TargetColumn.Nullability;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every statement of a load, as the server gets it. */
final class TableSqlTest {
  private static final TargetColumn ID = column("id", TargetType.INTEGER, "bigint");
  private static final TargetColumn MAIL =
      column("e\"mail", TargetType.TEXT, "character varying(9)");
  private static final TargetColumn TAGS = column("tags", TargetType.JSON, "jsonb");
  private static final DocumentShape SHAPE =
      new DocumentShape(
          new TargetTable("users", List.of(ID, MAIL, TAGS), List.of("id"), List.of(), List.of()),
          List.of(ID, MAIL, TAGS),
          List.of(ID));
  private static final String BATCH =
      "unnest(cast(? as bigint[]), cast(? as character varying[]), cast(? as text[]))"
          + " with ordinality as u (c0, c1, c2, position)";

  private final TableSql sql = new TableSql("\"public\".\"users\"", SHAPE, Uniqueness.IMMEDIATE);

  private static TargetColumn column(String name, TargetType type, String typeName) {
    return new TargetColumn(
        name, type, typeName, 0, 0, List.of(), Nullability.NULLABLE, Filling.NONE);
  }

  @Test
  void copiesNewRows() {
    assertThat(
        sql.copy(),
        equalToCompressingWhiteSpace(
            """
            copy "public"."users" ("id", "e""mail", "tags") from stdin (format binary)
            """));
  }

  @Test
  void insertsWhatCollidesWithNothing() {
    assertThat(
        sql.insert(),
        equalToCompressingWhiteSpace(
            """
            with u as materialized (select * from %s),
            written (k0) as (
              insert into "public"."users" as t ("id", "e""mail", "tags") overriding system value
              select u.c0, u.c1, cast(u.c2 as jsonb) from u order by position
              on conflict do nothing
              returning t."id")
            select u.position from u join written w on w.k0 = u.c0
            """
                .formatted(BATCH)));
  }

  @Test
  void looksForKeysItselfWhereOnConflictMayNot() {
    assertThat(
        new TableSql("\"public\".\"users\"", SHAPE, Uniqueness.DEFERRABLE).insert(),
        equalToCompressingWhiteSpace(
            """
            with u as materialized (select * from %s),
            written (k0) as (
              insert into "public"."users" as t ("id", "e""mail", "tags") overriding system value
              select u.c0, u.c1, cast(u.c2 as jsonb) from u
              where not exists (select from "public"."users" as t where t."id" = u.c0)
              order by position
              returning t."id")
            select u.position from u join written w on w.k0 = u.c0
            """
                .formatted(BATCH)));
  }

  @Test
  void comparesRowsByTheirCharacters() {
    assertThat(
        sql.compare(),
        equalToCompressingWhiteSpace(
            """
            select u.position,
              ((cast(t."e""mail" as text) collate "C" is not distinct from cast(u.c1 as text))
               and (cast(t."tags" as text) is not distinct from cast(cast(u.c2 as jsonb) as text)))
            from %s join "public"."users" as t on t."id" = u.c0
            """
                .formatted(BATCH)));
  }

  @Test
  void updatesOnlyWhatStillHoldsTheOldDocument() {
    assertThat(
        sql.update(),
        equalToCompressingWhiteSpace(
            """
            update "public"."users" as t
            set "e""mail" = u.c1, "tags" = cast(u.c2 as jsonb)
            from unnest(cast(? as bigint[]), cast(? as character varying[]), cast(? as text[]),
              cast(? as bigint[]), cast(? as character varying[]), cast(? as text[]))
              with ordinality as u (c0, c1, c2, h0, h1, h2, position)
            where t."id" = u.c0 and
              ((cast(t."e""mail" as text) collate "C" is not distinct from cast(u.h1 as text))
              and (cast(t."tags" as text) is not distinct from cast(cast(u.h2 as jsonb) as text)))
            returning u.position
            """));
  }

  @Test
  void findsTheHoldersOfUniqueValues() {
    assertThat(
        sql.holders(List.of(1)),
        equalToCompressingWhiteSpace(
            """
            select u.position, cast(t."id" as text) from %s
            join "public"."users" as t on t."e""mail" = u.c1
            """
                .formatted(BATCH)));
  }

  @Test
  void findsThoseWithoutAParent() {
    assertThat(
        sql.orphans(List.of(0), "\"public\".\"people\"", List.of("nr")),
        equalToCompressingWhiteSpace(
            """
            select u.position from %s where u.c0 is not null
            and not exists (select from "public"."people" as t where t."nr" = u.c0)
            """
                .formatted(BATCH)));
  }

  /**
   * A cast to a type with its length would cut or round; an assignment to the column is checked.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "character varying(9)|character varying",
        "character(3)|bpchar",
        "bit(3)|\"bit\"",
        "bit varying(3)|bit varying",
        "numeric(10,2)|numeric",
        "numeric(3,-2)|numeric",
        "timestamp(3) without time zone|timestamp without time zone",
        "interval(0)|interval",
        "other.\"my mood\"|other.\"my mood\"",
        "text[]|text[]"
      })
  void leavesLengthsOutOfCasts(String typeName, String plain) {
    assertThat(PlainType.of(typeName), equalToCompressingWhiteSpace(plain));
  }
}
