package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Outage;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.flink.util.FlinkException;
import org.junit.jupiter.api.Test;

final class FlinkClusterTest {
  private final FlinkCluster cluster = FlinkCluster.at("flink.internal");

  @Test
  void takesItForAnOutageThatAWorkerOrTheMasterIsGone() {
    assertThat(isOutage(new FlinkException("TaskManager released")), is(true));
    assertThat(isOutage(new FlinkException("lost", new TimeoutException())), is(true));
    assertThat(isOutage(new FlinkException("no master", new ConnectException())), is(true));
  }

  @Test
  void doesNotTakeForAnOutageWhatAStepThrew() {
    assertThat(isOutage(new FlinkException("failed", new NullPointerException())), is(false));
    assertThat(isOutage(new FlinkException("failed", new SQLException("no"))), is(false));
    assertThat(isOutage(new IllegalStateException(new ConnectException())), is(false));
  }

  @Test
  void saysNothingOfThePlaceOfTheCluster() {
    Optional<Outage> outage = cluster.outage(new FlinkException("10.0.0.7 is gone"));

    assertThat(
        outage.orElseThrow().getMessage(),
        is("the Flink cluster lost the job, or was not reached"));
  }

  @Test
  void askIsByHttpAtFlinksOwnPortUnlessAnotherIsNamed() {
    assertThat(cluster.address(), is("http://flink.internal:8081"));
    assertThat(FlinkCluster.at("http://a:80").address(), is("http://a:80"));
  }

  private boolean isOutage(Exception cause) {
    return cluster.outage(new RuntimeException("Pipeline execution failed", cause)).isPresent();
  }
}
