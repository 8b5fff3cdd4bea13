package io.rehome.cli;

import io.rehome.pipelines.Exit;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line answers, run in this process. */
record Answer(Exit exit, String out, String err) {
  static Answer to(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), Console.Reader.LOG);
    Exit exit = new Shell(console).run(args);
    return new Answer(exit, out.toString(), err.toString());
  }
}
