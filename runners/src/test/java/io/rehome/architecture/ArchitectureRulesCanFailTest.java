package io.rehome.architecture;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.rehome.io.PlantedInIo;
import io.rehome.model.PlantedInModel;
import io.rehome.report.PlantedInReport;
import io.rehome.testdata.PlantedInTestdata;
import io.rehome.transforms.PlantedInTransforms;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rule that nothing can break guards nothing: each meets a class that was planted to break it.
 */
final class ArchitectureRulesCanFailTest {
  static Stream<Arguments> rules() {
    return Stream.of(
        arguments(ArchitectureTest.modelKnowsTheJdkOnly, PlantedInModel.class),
        arguments(ArchitectureTest.transformsKnowNoPartButTheModel, PlantedInTransforms.class),
        arguments(ArchitectureTest.transformsOpenNoConnection, PlantedInTransforms.class),
        arguments(ArchitectureTest.transformsOpenNoFile, PlantedInTransforms.class),
        arguments(ArchitectureTest.ioKnowsNoPartButTheModel, PlantedInIo.class),
        arguments(ArchitectureTest.onlyPipelinesJoinTransformsAndIo, PlantedInIo.class),
        arguments(ArchitectureTest.pipelinesDoNotKnowTheCommandLine, PlantedInReport.class),
        arguments(ArchitectureTest.onlyJdbcSeesPostgresql, PlantedInIo.class),
        arguments(ArchitectureTest.onlyTheCommandLineSeesTestdata, PlantedInIo.class),
        arguments(ArchitectureTest.testdataKnowsNoPartButTheModel, PlantedInTestdata.class),
        arguments(ArchitectureTest.noCycles, PlantedInIo.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFindsThePlantedClass(ArchRule rule, Class<?> planted) {
    var classes =
        new ClassFileImporter()
            .importClasses(planted, PlantedInTransforms.class, PlantedInTestdata.class);

    var violated = rule.evaluate(classes).getFailureReport().getDetails();

    assertThat(
        rule.getDescription(),
        violated.stream().anyMatch(detail -> detail.contains(planted.getSimpleName())),
        is(true));
  }
}
