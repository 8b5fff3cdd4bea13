package io.rehome.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Throwables;
import io.rehome.io.Outage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A Flink cluster, asked over REST: the runner's {@code run()} returns only at the end, and so
 * gives nothing by which a job could be cancelled.
 */
record FlinkCluster(String address) implements Workers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ENDED =
      Set.of("FINISHED", "FAILED", "CANCELED", "CANCELLING", "SUSPENDED");

  /** The cluster whose REST endpoint is at {@code host}, {@code host:port}, or a http URL. */
  static FlinkCluster at(String master) {
    String bare = master.replaceFirst("^https?://", "");
    return new FlinkCluster("http://" + (bare.contains(":") ? bare : bare + ":8081"));
  }

  /**
   * A failure is the cluster's where its deepest cause is Flink's own or the network's: a worker or
   * the master went away, a job is not known any more, there are no slots. What our steps and their
   * databases threw has a deepest cause of its own kind.
   */
  @Override
  public Optional<Outage> outage(Throwable failure) {
    List<Throwable> chain = Throwables.getCausalChain(failure);
    boolean submitted =
        chain.stream().anyMatch(cause -> cause.getClass().getName().startsWith("org.apache.flink"));
    Throwable deepest = chain.get(chain.size() - 1);
    return submitted && isOfCluster(deepest)
        ? Optional.of(new Outage("the Flink cluster lost the job, or was not reached", failure))
        : Optional.empty();
  }

  private static boolean isOfCluster(Throwable cause) {
    return cause.getClass().getName().startsWith("org.apache.flink.")
        || cause instanceof TimeoutException
        || cause instanceof IOException;
  }

  @Override
  public void end(String run) {
    try {
      jobs(run).forEach(this::cancel);
    } catch (IOException e) {
      return; // not reached: its jobs end with it, or by the fence
    }
  }

  /** The ids of this run's jobs that have not ended. */
  private Stream<String> jobs(String run) throws IOException {
    JsonNode jobs = JSON.readTree(send("GET", "/jobs/overview")).path("jobs");
    return StreamSupport.stream(jobs.spliterator(), false)
        .filter(job -> job.path("name").asText().startsWith("rehome-" + run + "-"))
        .filter(job -> !ENDED.contains(job.path("state").asText()))
        .map(job -> job.path("jid").asText());
  }

  private void cancel(String job) {
    try {
      send("PATCH", "/jobs/" + job + "?mode=cancel");
    } catch (IOException e) {
      return; // as above
    }
  }

  private String send(String method, String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, BodyPublishers.noBody())
            .timeout(PATIENCE)
            .build();
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
