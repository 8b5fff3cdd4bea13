package io.rehome.cli;

import io.rehome.io.Register;
import io.rehome.io.Store;
import io.rehome.io.Target;
import io.rehome.pipelines.Allowance;
import io.rehome.pipelines.Choice;
import io.rehome.pipelines.Handles;
import io.rehome.pipelines.Migration;
import io.rehome.pipelines.Mode;
import io.rehome.pipelines.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The command {@code migrate} that is killed at the point its JVM was told; where its work does not
 * come to that point, when the work is done and its report is not written.
 */
final class KilledAtPoint {
  private static final Set<String> OWN = Set.of("plan", "reports", "mode");

  private KilledAtPoint() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    Path plan = Path.of(value(words, "plan"));
    try (Site site = Sites.open(plan.toString(), plan, () -> {})) {
      run(site, request(words));
    }
    Deadly.die("at the end of its work");
  }

  private static void run(Site site, RunRequest request) throws Exception {
    Point point = Point.told();
    Handles handles =
        request.mode().handles(deadly(site.handles(), point), site.plan().marketplace());
    try (Display display = Display.on(Console.ofProcess())) {
      new Migration(site.checked(handles.source()), site.version(), handles, request, display)
          .run();
    }
  }

  private static Handles deadly(Handles handles, Point point) {
    return new Handles(
        handles.source(),
        Deadly.at(point, Target.class, handles.target()),
        Deadly.at(point, Store.class, handles.store()));
  }

  private static RunRequest request(List<String> words) {
    return new RunRequest(
        Mode.valueOf(value(words, "mode")),
        List.of(),
        List.of(),
        Register.Begin.CONTINUE,
        new Allowance.Count(0),
        Choice.DEFAULT,
        0,
        Duration.ofMinutes(1),
        BeamFlags.of(beamFlags(words), Set.of()).complete());
  }

  private static List<String> beamFlags(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith("--"))
        .filter(word -> OWN.stream().noneMatch(name -> word.startsWith("--" + name + "=")))
        .toList();
  }

  private static String value(List<String> words, String name) {
    String option = "--" + name + "=";
    return words.stream()
        .filter(word -> word.startsWith(option))
        .map(word -> word.substring(option.length()))
        .findFirst()
        .orElseThrow();
  }
}
