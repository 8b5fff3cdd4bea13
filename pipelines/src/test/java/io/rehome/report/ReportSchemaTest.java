package io.rehome.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rehome.pipelines.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Regenerate with {@code -Drehome.regenerate=true}. */
final class ReportSchemaTest {
  private static final Path FILE = Path.of("../docs/reference/report.schema.json");

  @Test
  void isWhatTheRecordsSay() throws IOException {
    String generated = generated().toPrettyString() + "\n";
    if (Boolean.getBoolean("rehome.regenerate")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, generated);
    }

    assertThat(Files.readString(FILE), is(generated));
  }

  @Test
  void acceptsReports() throws IOException {
    Ending ending = Endings.withRejections();
    RunReport report = RunReport.of(ending, NextSteps.after(ending, "pets.yaml"));

    assertThat(errors(Json.text(report)), is(empty()));
    assertThat(
        errors(Json.text(report.with(new DemoPlaces("s", "t", "m", "plan.yaml"), 0))), is(empty()));
  }

  @Test
  void refusesAReportWithoutBalance() throws IOException {
    Ending ending = Endings.withRejections();
    ObjectNode report =
        (ObjectNode) new ObjectMapper().readTree(Json.text(RunReport.of(ending, List.of())));
    report.remove("balanced");

    assertThat(errors(report.toString()), is(not(empty())));
  }

  private static List<Error> errors(String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FILE))
        .validate(json, InputFormat.JSON);
  }

  private static JsonNode generated() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.RESPECT_JSONPROPERTY_ORDER))
            .with(
                Option.FLATTENED_OPTIONALS,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    config
        .forFields()
        .withPropertyNameOverrideResolver(field -> snake(field.getDeclaredName()))
        .withRequiredCheck(field -> !Optional.class.equals(field.getRawMember().getType()));
    config.forTypesInGeneral().withPropertySorter(Comparator.comparingInt(any -> 0));
    ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(RunReport.class);
    schema.put("title", "The report of a run of Rehome (report.json, and --json)");
    return schema;
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }
}
