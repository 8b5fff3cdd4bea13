package io.rehome.cli;

import io.rehome.report.Figures;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Timer;
import java.util.TimerTask;

/** Progress for logs: a line at each phase, and one every ten seconds where rows went on. */
final class LineDisplay implements Display {
  private static final int SECONDS = 10;
  private static final long PERIOD = Duration.ofSeconds(SECONDS).toMillis();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private final PrintWriter err;
  private final Timer clock = new Timer("progress", true);
  private String phase = "";
  private long done;
  private long shown;
  private long expected;

  LineDisplay(PrintWriter err) {
    this.err = err;
    clock.schedule(task(this::tick), PERIOD, PERIOD);
  }

  @Override
  public synchronized void phase(String what) {
    tick();
    phase = what;
    done = 0;
    shown = 0;
    expected = 0;
    line(what);
  }

  @Override
  public synchronized void rows(long done, long expected) {
    this.done = done;
    this.expected = expected;
  }

  @Override
  public synchronized void note(String line) {
    line(line);
  }

  @Override
  public void close() {
    clock.cancel();
  }

  /** Says how far the phase is, unless nothing has moved. */
  synchronized void tick() {
    if (done == shown) {
      return;
    }
    String of = expected > done ? " of about " + Figures.count(expected) : "";
    String speed = Figures.rate(done - shown, SECONDS);
    line(phase + ": " + Figures.count(done) + of + " rows (" + speed + " rows/s)");
    shown = done;
  }

  private void line(String text) {
    err.println(TIME.format(LocalTime.now(ZoneOffset.UTC)) + "  " + text);
    err.flush();
  }

  private static TimerTask task(Runnable work) {
    return new TimerTask() {
      @Override
      public void run() {
        work.run();
      }
    };
  }
}
