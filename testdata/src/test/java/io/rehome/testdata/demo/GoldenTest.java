package io.rehome.testdata.demo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class GoldenTest {
  private static final Path KEPT =
      Path.of("src/main/resources/io/rehome/testdata/demo/golden.json");

  /** After a wanted change: run with {@code -Dgolden=write}, and read the difference. */
  @Test
  void theGeneratorMakesWhatIsKept() throws SQLException, IOException {
    Database source = TestServers.freshMariaDb();
    new DemoMarketplace(Scale.DEFAULT).fill(source);
    try (Fates fates = Fates.of(source, Scale.DEFAULT)) {
      String json = fates.outcome().json();
      if (System.getProperty("golden", "").equals("write")) {
        Files.writeString(KEPT, json);
      }
      assertThat(json, is(Files.readString(KEPT)));
      assertThat(fates.outcome(), is(ExpectedOutcome.parse(json)));
    }
  }

  @Test
  void theBooksBalance() {
    for (ExpectedEntity entity : ExpectedOutcome.golden().entities()) {
      long rejected = entity.rejections().stream().mapToLong(ExpectedRejections::count).sum();
      assertThat(entity.entity(), entity.loaded() + entity.skipped() + rejected, is(entity.read()));
    }
  }
}
