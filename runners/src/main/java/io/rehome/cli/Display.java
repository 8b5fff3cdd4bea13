package io.rehome.cli;

import io.rehome.pipelines.Progress;

/** Shows a run's progress on standard error until it is closed. */
interface Display extends Progress, AutoCloseable {

  /** A bar on a terminal, else a plain line now and then. */
  static Display on(Console console) {
    return switch (console.reader()) {
      case TERMINAL -> new BarDisplay(console.err());
      case LOG -> new LineDisplay(console.err());
    };
  }

  /** Shows nothing any more. */
  @Override
  void close();
}
