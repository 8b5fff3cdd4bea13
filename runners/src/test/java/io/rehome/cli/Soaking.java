package io.rehome.cli;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run that is looked at now and then as long as it lasts. */
final class Soaking implements AutoCloseable {
  private final Experiment.On runner;
  private final Journey journey;
  private final Process process;
  private final List<Map<Vitals.Sign, Long>> seen = new ArrayList<>();
  private final Vitals vitals;

  Soaking(Experiment.On runner, Journey journey, Process process) throws Exception {
    this.runner = runner;
    this.journey = journey;
    this.process = process;
    this.vitals = Vitals.of(journey, process);
  }

  Experiment.On runner() {
    return runner;
  }

  Journey journey() {
    return journey;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exit() {
    return process.exitValue();
  }

  /** Nothing is seen of one that ends meanwhile. */
  void look() throws Exception {
    try {
      if (isAlive()) {
        seen.add(vitals.now());
      }
    } catch (UndeclaredThrowableException e) {
      if (isAlive() && !process.waitFor(10, TimeUnit.SECONDS)) {
        throw e;
      }
    }
  }

  /** The median of what was seen in this third of its time: 0, 1 or 2. */
  long third(Vitals.Sign sign, int third) {
    List<Long> sorted =
        seen.subList(third * seen.size() / 3, (third + 1) * seen.size() / 3).stream()
            .map(each -> each.get(sign))
            .sorted()
            .toList();
    return sorted.get(sorted.size() / 2);
  }

  long most(Vitals.Sign sign) {
    return seen.stream().mapToLong(each -> each.get(sign)).max().orElse(0);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    try {
      vitals.close();
    } catch (IOException gone) {
      // Its JVM has ended.
    }
  }
}
