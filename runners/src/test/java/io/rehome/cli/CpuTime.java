package io.rehome.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processor time that a process and those below it take from now on: as often as it is looked
 * at, so that what a process took after the last look is missed.
 */
final class CpuTime {
  private final ProcessHandle root;
  private final Map<ProcessHandle, Duration> before;
  private final Map<ProcessHandle, Duration> last = new LinkedHashMap<>();

  private CpuTime(ProcessHandle root) {
    this.root = root;
    this.before = now();
  }

  static CpuTime of(long pid) {
    return new CpuTime(ProcessHandle.of(pid).orElseThrow());
  }

  /** Looks at those that are alive. */
  void look() {
    last.putAll(now());
  }

  /** The seconds at the last look. */
  double seconds() {
    return last.entrySet().stream()
        .map(each -> each.getValue().minus(before.getOrDefault(each.getKey(), Duration.ZERO)))
        .mapToDouble(taken -> taken.toMillis() / 1000.0)
        .sum();
  }

  private Map<ProcessHandle, Duration> now() {
    Map<ProcessHandle, Duration> now = new LinkedHashMap<>();
    Stream.concat(Stream.of(root), root.descendants())
        .forEach(each -> each.info().totalCpuDuration().ifPresent(taken -> now.put(each, taken)));
    return now;
  }
}
