package io.rehome.testdata.demo;

import io.rehome.testdata.servers.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The demo's plan. The resource names default ports and takes accounts from the environment; what
 * is written out works from any shell, on the ports that there are.
 */
public record DemoPlan(Database source, Database target, Database store) {
  private static final String SOURCE = "jdbc:mariadb://127.0.0.1:3306/petsandpaws";
  private static final String TARGET = "jdbc:postgresql://127.0.0.1:5432/platform";
  private static final String STORE = "jdbc:postgresql://127.0.0.1:5432/migrator";

  /** The plan as it is kept. */
  public static String template() {
    return Script.named("plan.yaml").text();
  }

  /** Writes the plan and its CSV file into a folder, over older ones. Gives the plan's file. */
  Path write(Path folder, DemoSecrets secrets) {
    String plan = template();
    plan = filled(plan, "SOURCE", SOURCE, source, secrets);
    plan = filled(plan, "TARGET", TARGET, target, secrets);
    plan = filled(plan, "STORE", STORE, store, secrets);
    try {
      Files.createDirectories(folder);
      replace(folder.resolve("countries.csv"), Script.named("countries.csv").text());
      return replace(folder.resolve("plan.yaml"), plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String filled(
      String plan, String part, String url, Database database, DemoSecrets secrets) {
    return plan.replace(url, database.jdbcUrl())
        .replace("${env:" + part + "_USER}", database.user())
        .replace("${env:" + part + "_PASSWORD}", "${file:" + secrets.file(database.user()) + "}");
  }

  // In one go: another command may be reading it.
  private static Path replace(Path file, String text) throws IOException {
    Path beside = Files.createTempFile(file.getParent(), "", ".unfinished");
    Files.writeString(beside, text);
    return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
