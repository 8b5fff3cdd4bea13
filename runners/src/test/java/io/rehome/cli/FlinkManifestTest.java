package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/how-to/flink-deployment.yaml to the schema that Flink's Kubernetes operator installs.
 * As strict as {@code kubectl apply --validate=strict}: a field that the schema does not know is a
 * mistake.
 */
final class FlinkManifestTest {
  private static final String SCHEMA = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
  private static final Path MANIFEST = Path.of("../docs/how-to/flink-deployment.yaml");

  @Test
  void theManifestIsWhatTheOperatorTakes() throws IOException {
    assertThat(errors(Files.readString(MANIFEST)), is(empty()));
  }

  @Test
  void aMisspeltFieldWouldBeSeen() throws IOException {
    String misspelt = Files.readString(MANIFEST).replace("replicas: 2", "replica: 2");

    assertThat(errors(misspelt), hasItem(hasToString(containsString("replica"))));
  }

  private static List<Error> errors(String manifest) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
        .getSchema(schema())
        .validate(manifest, InputFormat.YAML);
  }

  private static String schema() throws IOException {
    try (InputStream in = FlinkManifestTest.class.getResourceAsStream(SCHEMA)) {
      JsonNode versions = new YAMLMapper().readTree(in).at("/spec/versions");
      JsonNode schema = versions.get(0).at("/schema/openAPIV3Schema");
      refuseOthers(schema.at("/properties/spec")); // beside it stands what every resource has
      return schema.toString();
    }
  }

  private static void refuseOthers(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && object.path("type").asText().equals("object")
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(FlinkManifestTest::refuseOthers);
  }
}
