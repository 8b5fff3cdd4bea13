package io.rehome.cli;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress for people: one bar, which each phase begins anew. */
final class BarDisplay implements Display {
  private static final int WIDTH = 96;
  private final PrintWriter err;
  private Optional<ProgressBar> bar = Optional.empty();
  private String phase = "";

  BarDisplay(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void phase(String what) {
    close();
    phase = what;
    err.println(what);
    err.flush();
  }

  @Override
  public synchronized void rows(long done, long expected) {
    ProgressBar shown = bar.orElseGet(this::begin);
    shown.maxHint(Math.max(done, expected));
    shown.stepTo(done);
    bar = Optional.of(shown);
  }

  @Override
  public synchronized void note(String line) {
    close();
    err.println(line);
    err.flush();
  }

  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  private ProgressBar begin() {
    return new ProgressBarBuilder()
        .setTaskName(phase.isEmpty() ? "rows" : "  ")
        .setInitialMax(1)
        .setUnit(" rows", 1)
        .showSpeed()
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(500)
        .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
        .build();
  }

  private void draw(String line) {
    err.print("\r" + line);
    err.flush();
  }
}
