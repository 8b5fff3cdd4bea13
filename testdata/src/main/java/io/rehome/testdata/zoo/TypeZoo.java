package io.rehome.testdata.zoo;

import io.rehome.testdata.servers.Database;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Specimens in a table each: {@code specimen_1} with the columns {@code id}, the number 1, and
 * {@code value}, and so on in the order of the list.
 */
public record TypeZoo(List<String> session, List<Specimen> specimens) {
  public TypeZoo {
    session = List.copyOf(session);
    specimens = List.copyOf(specimens);
  }

  public static TypeZoo mariaDb() {
    return new TypeZoo(
        List.of("set session sql_mode = 'ALLOW_INVALID_DATES'", "set time_zone = '+00:00'"),
        MariaDbSpecimens.ALL);
  }

  public static TypeZoo postgres() {
    return new TypeZoo(
        List.of("create type mood as enum ('calm', 'it''s \"odd\"')"), PostgresSpecimens.ALL);
  }

  /** The table of that specimen. */
  public String table(Specimen specimen) {
    return "specimen_" + (specimens.indexOf(specimen) + 1);
  }

  /** Makes the tables in an empty database. */
  public void settle(Database database) {
    Stream<String> tables =
        IntStream.range(0, specimens.size()).mapToObj(specimens::get).flatMap(this::statements);
    database.execute(Stream.concat(session.stream(), tables).toArray(String[]::new));
  }

  private Stream<String> statements(Specimen specimen) {
    String table = table(specimen);
    return Stream.of(
        "create table %s (id integer primary key, value %s)".formatted(table, specimen.type()),
        "insert into %s values (1, %s)".formatted(table, specimen.literal()));
  }
}
