package io.rehome.pipelines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rehome.io.Difference;
import io.rehome.io.Scan;
import io.rehome.model.FieldDifference;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.jspecify.annotations.Nullable;

/**
 * Writes all differences, one JSON object a line, as {@code differences-*.jsonl} into the run's
 * folder of reports: also those that earlier runs of the same verification found.
 */
final class WriteDifferences {
  private final Parts parts;
  private final Scan scan;

  WriteDifferences(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  void write(List<Stretch> stretches) {
    parts.progress().phase("writing the differences");
    parts.rounds().run("differences", pipeline -> fill(pipeline, stretches));
  }

  private boolean fill(Pipeline pipeline, List<Stretch> stretches) {
    pipeline
        .apply(
            "Entities",
            Create.of(stretches.stream().map(Stretch::entity).toList())
                .withCoder(StringUtf8Coder.of()))
        .apply("Differences as JSON", ParDo.of(new Lines(parts.workplace(), scan)))
        .setCoder(StringUtf8Coder.of())
        .apply("Write differences", TextIO.write().to(prefix()).withSuffix(".jsonl"));
    return !stretches.isEmpty();
  }

  private String prefix() {
    Path reports = parts.request().choice().checking().reports();
    return reports
        .toAbsolutePath()
        .resolve(parts.workplace().tag().run())
        .resolve("differences")
        .toString();
  }

  private static final class Lines extends DoFn<String, String> {
    private static final long serialVersionUID = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final Workplace workplace;
    private final Scan scan;

    Lines(Workplace workplace, Scan scan) {
      this.workplace = workplace;
      this.scan = scan;
    }

    @ProcessElement
    public void process(@Element String entity, OutputReceiver<String> lines) {
      workplace.verifications().each(scan, entity, it -> lines.output(line(entity, it)));
    }

    private static String line(String entity, Difference difference) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("entity", entity);
      line.put("kind", difference.kind().name());
      line.put("key", difference.source().orElse(null));
      line.put("target_key", difference.target().orElse(null));
      line.put("cause", difference.cause().name());
      line.put("fields", fields(difference));
      try {
        return MAPPER.writeValueAsString(line);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<Map<String, @Nullable String>> fields(Difference difference) {
      List<Map<String, @Nullable String>> fields = new ArrayList<>();
      for (FieldDifference field : difference.fields()) {
        Map<String, @Nullable String> one = new LinkedHashMap<>();
        one.put("column", field.column());
        one.put("expected", field.expected());
        one.put("found", field.found());
        fields.add(one);
      }
      return fields;
    }
  }
}
