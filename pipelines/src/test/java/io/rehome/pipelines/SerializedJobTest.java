package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Fence;
import io.rehome.io.ReadLimits;
import io.rehome.io.RunTag;
import io.rehome.io.Secret;
import io.rehome.io.Source;
import io.rehome.io.SourceProvider;
import io.rehome.io.TargetProvider;
import io.rehome.io.store.PostgresStore;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.plan.CheckedPlan;
import io.rehome.plan.Plan;
import io.rehome.plan.PlanCheck;
import io.rehome.plan.PlanReader;
import io.rehome.plan.PlanRules;
import io.rehome.plan.Secrets;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.util.construction.PipelineOptionsTranslation;
import org.apache.beam.sdk.util.construction.PipelineTranslation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves this process with a job holds where the passwords are, and no password. */
final class SerializedJobTest {
  private static final String CANARY = "canary-5d90-hunter2";
  private static final String PLAN =
      """
      marketplace: paws
      source: { jdbc: "%s", user: guarded, password: "${file:%s}" }
      target: { jdbc: "%s", user: guarded, password: "${file:%s}" }
      entities:
        users: { from: users, to: users, id: keep, fields: { name: name } }
      """;

  @TempDir Path folder;

  @Test
  void holdsNoPassword() throws Exception {
    Path secret = Files.writeString(folder.resolve("password"), CANARY);
    Plan plan = plan(secret);
    PipelineOptions options = Requests.normal(Duration.ZERO, "0").pipelineOptions();
    Pipeline pipeline = Pipeline.create(options);

    fill(pipeline, plan, secret);

    Travelling job = new Travelling();
    pipeline.traverseTopologically(job);
    assertThat(job.text.toString(), containsString(secret.toString()));
    assertThat(job.text.toString(), not(containsString(CANARY)));
    assertThat(PipelineTranslation.toProto(pipeline).toString(), not(containsString(CANARY)));
    assertThat(PipelineOptionsTranslation.toJson(options), not(containsString(CANARY)));
    assertThat(DisplayData.from(options).toString(), not(containsString(CANARY)));
  }

  private Plan plan(Path secret) throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table users (id int primary key, name varchar(9))",
        "create user guarded identified by '" + CANARY + "'",
        "grant select on " + source.name() + ".* to guarded");
    Database target = TestServers.freshPostgres();
    target.execute(
        "create table users (id int primary key, name text)",
        "create role guarded login password '" + CANARY + "'",
        "grant all on users to guarded");
    String text = PLAN.formatted(source.jdbcUrl(), secret, target.jdbcUrl(), secret);
    return PlanReader.read(
        Files.writeString(folder.resolve("plan.yaml"), text), Secrets.AS_WRITTEN);
  }

  /** Both ways in: by range and by key. */
  private static void fill(Pipeline pipeline, Plan plan, Path secret) throws Exception {
    DatabaseAddress address = plan.target().address();
    Source source =
        found(SourceProvider.class, one -> one.accepts(plan.source().address().jdbc()))
            .open(plan.source().address());
    var target = found(TargetProvider.class, one -> one.accepts(address.jdbc())).open(address);
    var store =
        new PostgresStore(
            new DatabaseAddress(
                address.jdbc(), new Account("guarded"), new Secret("${file:" + secret + "}")));
    CheckedPlan checked = PlanCheck.against(plan, source, target);
    RunTag tag = new RunTag("paws", 1, "run", 1, new Fence("paws", 1));
    PlanRules rules =
        new PlanRules(
            checked,
            Instant.now(),
            new KeptLookups(store, tag, Map.of()),
            new KeptCorrections(store, tag, 0));
    River river =
        new River(
            new Workplace(source, store, target, tag, rules),
            new ReadLimits(List.of(), 10, 1000, 1000, 0),
            new Gate.Bounded("run", Volume.of(1 << 30)));
    Stretch stretch = Stretches.of(checked, "users");
    river.readRanges(
        pipeline, Map.of(stretch, List.of(new KeyRange("users", 1, List.of(), List.of()))));
    KeySlice slice =
        new KeySlice(new PageId("users", PageId.BY_KEY, 1, 0), List.of(new SourceKey("1")));
    river.gather(pipeline, stretch, List.of(slice), Errand.settled(Pass.LINK));
  }

  /** Every function and every piece of display data of a pipeline, as text; not compressed. */
  private static final class Travelling extends Pipeline.PipelineVisitor.Defaults {
    final StringBuilder text = new StringBuilder();

    @Override
    public void visitPrimitiveTransform(TransformHierarchy.Node node) {
      if (node.getTransform() instanceof ParDo.MultiOutput<?, ?> step) {
        text.append(serialized(step.getFn()));
      }
      text.append(DisplayData.from(node.getTransform()));
    }

    private static String serialized(Object function) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(function);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private static <T> T found(Class<T> service, Predicate<T> fits) {
    return ServiceLoader.load(service).stream()
        .map(ServiceLoader.Provider::get)
        .filter(fits)
        .findFirst()
        .orElseThrow();
  }
}
