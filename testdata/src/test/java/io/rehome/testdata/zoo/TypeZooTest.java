package io.rehome.testdata.zoo;

import static io.rehome.testdata.servers.Answers.answer;
import static java.util.stream.Collectors.toMap;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TypeZooTest {
  @Test
  void tellsTheTextThatMariaDbItselfRenders() {
    Database database = TestServers.freshMariaDb();
    TypeZoo zoo = TypeZoo.mariaDb();
    zoo.settle(database);
    assertThat(
        answers(zoo, it -> answer(database, "select " + rendered(it) + " from " + zoo.table(it))),
        is(answers(zoo, Specimen::text)));
  }

  @Test
  void tellsTheTextThatPostgresItselfRenders() {
    Database database = TestServers.freshPostgres();
    TypeZoo zoo = TypeZoo.postgres();
    zoo.settle(database);
    assertThat(
        answers(zoo, it -> answer(database, "select format('%s', value) from " + zoo.table(it))),
        is(answers(zoo, Specimen::text)));
  }

  private static Map<String, String> answers(TypeZoo zoo, Function<Specimen, String> text) {
    return zoo.specimens().stream()
        .collect(
            toMap(it -> zoo.table(it) + " " + it.type(), text, (a, b) -> a, LinkedHashMap::new));
  }

  private static String rendered(Specimen specimen) {
    if (specimen.type().startsWith("bit")) {
      return "cast(value + 0 as char)";
    }
    boolean isBytes = specimen.type().contains("binary") || specimen.type().contains("blob");
    return isBytes ? "concat('\\\\x', lower(hex(value)))" : "concat(value, '')";
  }
}
