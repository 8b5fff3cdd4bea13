package io.rehome.cli;

import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A marketplace of a few rows that a test writes itself, with a platform and a store. */
record SmallMove(Path folder, Database source, Database target, Database store) {
  private static final String TOP =
      """
      marketplace: paws
      source: { jdbc: "%s", user: %s, password: "%s" }
      target: { jdbc: "%s", user: %s, password: "%s" }
      store: { jdbc: "%s", user: %s, password: "%s" }
      entities:
      """;

  /** Empty databases, and a plan of these entities. */
  static SmallMove begin(Path folder, String entities) throws IOException {
    SmallMove move =
        new SmallMove(
            folder,
            TestServers.freshMariaDb(),
            TestServers.freshPostgres(),
            TestServers.freshPostgres());
    move.plan(entities);
    move.initStore();
    return move;
  }

  /** Writes the plan anew. */
  void plan(String entities) throws IOException {
    List<Object> places = new ArrayList<>();
    for (Database database : accounts()) {
      places.addAll(List.of(database.jdbcUrl(), database.user(), secret(database)));
    }
    Files.writeString(file(), TOP.formatted(places.toArray()) + entities);
  }

  private List<Database> accounts() {
    return List.of(Accounts.reader(source), Accounts.loader(target), Accounts.keeper(store));
  }

  private String secret(Database database) throws IOException {
    Path secret = folder.resolve(database.name() + ".secret");
    return "${file:" + Files.writeString(secret, database.password()) + "}";
  }

  /** Makes the store and the fence. */
  void initStore() {
    DbaScript.initStore(file(), target, store);
  }

  Path file() {
    return folder.resolve("plan.yaml");
  }

  List<String> migration(String... flags) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("migrate", "--plan=" + file(), "--reports=" + folder + "/reports"));
    arguments.addAll(List.of(flags));
    return arguments;
  }

  Answer migrate(String... flags) {
    return Answer.to(migration(flags).toArray(String[]::new));
  }
}
