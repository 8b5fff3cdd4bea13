package io.rehome.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. Each rule is seen to fail in {@link ArchitectureRulesCanFailTest}. */
@AnalyzeClasses(packages = "io.rehome", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String MODEL = "io.rehome.model..";
  private static final String TRANSFORMS = "io.rehome.transforms..";
  private static final String IO = "io.rehome.io..";
  private static final String JDBC = "io.rehome.io.jdbc..";
  private static final String TESTDATA = "io.rehome.testdata..";
  private static final String CLI = "io.rehome.cli..";
  private static final String[] PIPELINES = {
    "io.rehome.plan..", "io.rehome.pipelines..", "io.rehome.report.."
  };

  @ArchTest
  static final ArchRule modelKnowsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify.annotations", MODEL);

  @ArchTest
  static final ArchRule transformsKnowNoPartButTheModel =
      noClasses()
          .that()
          .resideInAPackage(TRANSFORMS)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.rehome..").and(not(resideInAnyPackage(MODEL, TRANSFORMS))));

  @ArchTest
  static final ArchRule transformsOpenNoConnection =
      noClasses()
          .that()
          .resideInAPackage(TRANSFORMS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..");

  @ArchTest
  static final ArchRule transformsOpenNoFile =
      noClasses()
          .that()
          .resideInAPackage(TRANSFORMS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.nio.file..", "java.nio.channels..")
                  .or(resideInAPackage("java.io").and(new NamesAFile())));

  @ArchTest
  static final ArchRule ioKnowsNoPartButTheModel =
      noClasses()
          .that()
          .resideInAPackage(IO)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.rehome..").and(not(resideInAnyPackage(MODEL, IO))));

  @ArchTest
  static final ArchRule onlyPipelinesJoinTransformsAndIo =
      noClasses()
          .that(not(resideInAPackage(TRANSFORMS).or(resideInAnyPackage(PIPELINES))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TRANSFORMS);

  @ArchTest
  static final ArchRule pipelinesDoNotKnowTheCommandLine =
      noClasses()
          .that()
          .resideInAnyPackage(PIPELINES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLI, "picocli..");

  @ArchTest
  static final ArchRule onlyJdbcSeesPostgresql =
      noClasses()
          .that(not(resideInAnyPackage(JDBC, TESTDATA)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.postgresql..");

  @ArchTest
  static final ArchRule onlyTheCommandLineSeesTestdata =
      noClasses()
          .that(not(resideInAnyPackage(CLI, TESTDATA)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TESTDATA);

  @ArchTest
  static final ArchRule testdataKnowsNoPartButTheModel =
      noClasses()
          .that()
          .resideInAPackage(TESTDATA)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.rehome..").and(not(resideInAnyPackage(MODEL, TESTDATA))));

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.rehome.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
}
