package io.rehome.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plans as tests write them, in a folder of their own. */
final class GivenPlan {
  /** Lines 1 to 9 of most plans. */
  static final String TOP =
      """
      marketplace: pets
      source:
        jdbc: jdbc:mariadb://replica.internal:3306/pets
        user: ${env:SOURCE_USER}
        password: ${env:SOURCE_PASSWORD}
        zone: Europe/London
      target: { jdbc: "jdbc:postgresql://db.internal/platform", user: "${env:T_USER}", password: "${env:T_PASSWORD}" }
      lookups: { countries: { csv: countries.csv, key: code } }
      entities:
      """;

  private final Path folder;

  GivenPlan(Path folder) {
    this.folder = folder;
    file("countries.csv", "code,iso2\nUK,GB\nFR,FR\n");
  }

  GivenPlan file(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Plan read(String text) throws PlanRefused {
    file("plan.yaml", text);
    return PlanReader.read(folder.resolve("plan.yaml"), Secrets.AS_WRITTEN);
  }

  /** The problems of a plan, without the folder. */
  List<String> problems(String text) {
    try {
      read(text);
      return List.of();
    } catch (PlanRefused refused) {
      return shown(refused);
    }
  }

  List<String> shown(PlanRefused refused) {
    String prefix = folder + "/";
    return refused.problems().stream().map(p -> p.toString().replace(prefix, "")).toList();
  }
}
