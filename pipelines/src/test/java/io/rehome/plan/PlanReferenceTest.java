package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.ImmutableList;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rehome.plan.shape.Key;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regenerate with {@code -Drehome.regenerate=true}. */
final class PlanReferenceTest {
  private static final Path FOLDER = Path.of("../docs/reference");
  private static final Path DEMO =
      Path.of("../testdata/src/main/resources/io/rehome/testdata/demo/plan.yaml");

  @TempDir Path folder;

  @Test
  void theSchemaIsWhatTheShapesSay() throws IOException {
    assertWritten("plan.schema.json", PlanSchema.generated().toPrettyString() + "\n");
  }

  @Test
  void theReferenceIsWhatTheShapesSay() throws IOException {
    assertWritten("plan.md", PlanReference.plan());
  }

  @Test
  void theFunctionsAreWhatTheLanguageHas() throws IOException {
    assertWritten("functions.md", PlanReference.functions());
  }

  @Test
  void theDemosPlanIsRightByReaderAndSchema() throws Exception {
    assertThat(PlanReader.read(DEMO, Secrets.AS_WRITTEN).marketplace(), is("petsandpaws"));
    assertThat(errors(Files.readString(DEMO)), is(empty()));
  }

  static Stream<RecordComponent> keys() {
    return PlanReference.shapes().stream().flatMap(shape -> Stream.of(shape.getRecordComponents()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void anExampleIsYamlAndShowsItsKey(RecordComponent key) throws IOException {
    JsonNode example = new YAMLMapper().readTree(Key.Names.key(key).example());

    String name = Key.Names.of(key);
    boolean shown = example.has(name) || example.elements().next().has(name);
    assertThat(Key.Names.key(key).example(), shown, is(true));
  }

  @Test
  void theSchemaAcceptsWhatTheReaderAccepts() throws Exception {
    String plan =
        GivenPlan.TOP
            + """
              users:
                from: { query: "select * from m where {range}" }
                key: [a, b]
                to: u
                id: offset(7)
                fields:
                  a: b
                  c: { from: d, values: { A: 1, B: ~ }, missing: '' }
                  e: { ref: users, from: [f, g], missing: { value: 1 } }
                unique: { a: reject }
                deletes: { set: { a: 1 } }
                overwrite: true
                check: [{ field: a, is: email }, { that: "a == b", else: never }]
            """;

    assertThat(new GivenPlan(folder).problems(plan), is(empty()));
    assertThat(errors(plan), is(empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  users: { form: m, to: u, id: keep, fields: { a: b } }",
        "  users: { from: m, to: u, id: kept, fields: { a: b } }",
        "  users: { from: m, to: u, id: keep, fields: { a: { form: b } } }",
        "  users: { from: m, to: u, id: keep, fields: { a: b }, deletes: drop }",
        "  users: { from: m, to: u, id: keep, fields: { a: b }, check: [{ field: a, is: emial }] }",
      })
  void theSchemaRefusesWhatTheReaderRefuses(String entity) throws Exception {
    assertThat(new GivenPlan(folder).problems(GivenPlan.TOP + entity), is(not(empty())));
    assertThat(errors(GivenPlan.TOP + entity), is(not(empty())));
  }

  @Test
  void theSchemaNamesTheKindsForCompletion() {
    JsonNode is = PlanSchema.generated().at("/$defs/Check/properties/is/enum");

    assertThat(ImmutableList.copyOf(is).stream().map(JsonNode::asText).toList(), hasItem("email"));
  }

  private static List<Error> errors(String yaml) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FOLDER.resolve("plan.schema.json")))
        .validate(yaml, InputFormat.YAML);
  }

  private static void assertWritten(String file, String generated) throws IOException {
    if (Boolean.getBoolean("rehome.regenerate")) {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(file), generated);
    }
    assertThat(Files.readString(FOLDER.resolve(file)), is(generated));
  }
}
