package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outcome depends neither on the runner nor on how many work at once. */
final class TwoRunnersTest {
  @TempDir private Path folder;

  @Test
  void platformAndStoreAreEqualByteForByte() throws Exception {
    Journey direct = Journey.begin(folder.resolve("pets"), Scale.SMALL);
    Journey flink = direct.toAnotherPlatform("flink");

    direct.migrate("--targetParallelism=1");
    flink.migrate("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2");

    assertThat(flink.platformDigests(), is(direct.platformDigests()));
    assertThat(flink.storeDigests(), is(direct.storeDigests()));
  }
}
