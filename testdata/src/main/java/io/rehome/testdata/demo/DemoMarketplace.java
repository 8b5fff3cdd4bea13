package io.rehome.testdata.demo;

import io.rehome.testdata.servers.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** "Pets &amp; Paws" of one scale: the same rows, to the last byte, each time that it is made. */
public record DemoMarketplace(Scale scale) {
  private static final List<String> LAX_SESSION =
      List.of(
          "set session sql_mode = ''",
          "set session check_constraint_checks = 0",
          "set session timestamp = 1750000000",
          "set session unique_checks = 0");

  /** Makes and fills the tables in an empty MariaDB database. */
  public void fill(Database source) {
    source.execute(statements().toArray(String[]::new));
  }

  /** How all records of the database, filled and not changed since, must end. */
  public ExpectedOutcome expected(Database source) {
    try (Fates fates = Fates.of(source, scale)) {
      return fates.outcome();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask " + source.jdbcUrl(), e);
    }
  }

  private Stream<String> statements() {
    Stream<String> schema = Script.named("legacy-schema.sql").statements().stream();
    Stream<String> rows = Script.named("legacy-fill.sql").statements().stream();
    Stream<String> blemishes =
        Blemishes.all().stream()
            .filter(blemish -> !blemish.change().isEmpty())
            .map(blemish -> blemish.update(scale));
    return Stream.of(LAX_SESSION.stream(), schema, rows, blemishes)
        .flatMap(statements -> statements)
        .map(new LegacySql(scale)::filled);
  }
}
