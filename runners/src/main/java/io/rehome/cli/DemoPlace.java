package io.rehome.cli;

import io.rehome.report.DemoPlaces;
import io.rehome.testdata.demo.DemoServers;
import io.rehome.testdata.demo.DemoSite;
import io.rehome.testdata.demo.ExpectedOutcome;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The demo's databases, with their servers up until it is closed. The only class that sees the
 * demo's class path, so that nothing else needs it.
 */
final class DemoPlace implements Site.Servers {
  private static final Path HOME = Path.of(".rehome");
  private final DemoServers servers;
  private final DemoSite site;

  private DemoPlace(DemoServers servers) {
    this.servers = servers;
    this.site = new DemoSite(HOME, servers);
  }

  /** Attaches to the demo's servers, or starts them. */
  static DemoPlace open() throws OptionsWrong {
    try {
      return new DemoPlace(DemoServers.use(HOME));
    } catch (NoClassDefFoundError e) {
      throw new OptionsWrong(
          "the demo's servers are not on this class path: start it with the launcher, ./rehome");
    }
  }

  /** About how many records the source has; empty where it was not filled, or not to its end. */
  OptionalLong rows() {
    return site.scale().map(scale -> OptionalLong.of(scale.records())).orElse(OptionalLong.empty());
  }

  /** Makes all databases anew. */
  void fill(long rows) throws OptionsWrong {
    site.fill(scale(rows));
  }

  /** How many records there are where nobody says how many. */
  static long usualRows() {
    return Scale.DEFAULT.records();
  }

  /** The plan's file for the servers as they run now. */
  Path plan() {
    return site.plan();
  }

  /** Where its parts can be looked at. */
  DemoPlaces places() {
    return new DemoPlaces(
        site.source().jdbcUrl(),
        site.target().jdbcUrl(),
        site.store().jdbcUrl(),
        site.plan().toString());
  }

  /** Command lines of clients for each database. */
  List<String> clients() {
    return List.of(
        "mariadb --host=127.0.0.1 --port=%d --user=root petsandpaws"
            .formatted(servers.mariaDb().port()),
        psql(site.target()),
        psql(site.store()));
  }

  /** How all records must end. */
  ExpectedOutcome expected() {
    return site.expected();
  }

  @Override
  public void close() {
    servers.close();
  }

  private String psql(Database database) {
    return "psql -h 127.0.0.1 -p %d -U postgres %s"
        .formatted(servers.postgres().port(), database.name());
  }

  private static Scale scale(long rows) throws OptionsWrong {
    try {
      return new Scale(rows);
    } catch (IllegalArgumentException e) {
      throw new OptionsWrong("--rows: " + e.getMessage());
    }
  }
}
