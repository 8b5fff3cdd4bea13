package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Source;
import io.rehome.io.SourceProvider;
import io.rehome.io.Target;
import io.rehome.io.TargetProvider;
import io.rehome.model.TargetColumn;
import io.rehome.plan.Levels.Group;
import io.rehome.testdata.demo.DemoMarketplace;
import io.rehome.testdata.demo.DemoPlan;
import io.rehome.testdata.demo.DemoPlatform;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's plan, held against the real databases of the demo. */
final class DemoPlanTest {
  private static final Path COUNTRIES =
      Path.of("../testdata/src/main/resources/io/rehome/testdata/demo/countries.csv");

  @TempDir Path folder;

  @Test
  void fitsItsDatabases() throws Exception {
    Database legacy = TestServers.freshMariaDb();
    new DemoMarketplace(Scale.SMALL).fill(legacy);
    Database platform = TestServers.freshPostgres();
    DemoPlatform.create(platform);
    Plan plan = plan(legacy, platform);

    CheckedPlan checked =
        PlanCheck.against(plan, source(plan.source().address()), target(plan.target().address()));

    assertThat(
        checked.levels().levels().stream()
            .map(level -> level.groups().stream().map(Group::entities).toList())
            .toList(),
        contains(
            List.of(
                List.of("users"),
                List.of("pet_breeds"),
                List.of("categories"),
                List.of("vouchers")),
            List.of(List.of("listings"), List.of("stores", "store_staff")),
            List.of(
                List.of("listing_photos"),
                List.of("messages"),
                List.of("favourites"),
                List.of("payments"),
                List.of("page_views"))));
    assertThat(
        checked.entity("favourites").shape().key().stream().map(TargetColumn::name).toList(),
        contains("user_id", "listing_id"));
  }

  private Plan plan(Database legacy, Database platform) throws Exception {
    String text = DemoPlan.template();
    text = filled(text, "SOURCE", "jdbc:mariadb://127.0.0.1:3306/petsandpaws", legacy);
    text = filled(text, "TARGET", "jdbc:postgresql://127.0.0.1:5432/platform", platform);
    Files.copy(COUNTRIES, folder.resolve("countries.csv"));
    return PlanReader.read(
        Files.writeString(folder.resolve("plan.yaml"), text), Secrets.AS_WRITTEN);
  }

  private String filled(String plan, String part, String url, Database database)
      throws IOException {
    Path secret = Files.writeString(folder.resolve(part), database.password());
    return plan.replace(url, database.jdbcUrl())
        .replace("${env:" + part + "_USER}", database.user())
        .replace("${env:" + part + "_PASSWORD}", "${file:" + secret + "}");
  }

  private static Source source(DatabaseAddress address) {
    return ServiceLoader.load(SourceProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.accepts(address.jdbc()))
        .findFirst()
        .orElseThrow()
        .open(address);
  }

  private static Target target(DatabaseAddress address) {
    return ServiceLoader.load(TargetProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.accepts(address.jdbc()))
        .findFirst()
        .orElseThrow()
        .open(address);
  }
}
