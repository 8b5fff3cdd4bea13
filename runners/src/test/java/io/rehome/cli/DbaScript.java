package io.rehome.cli;

import com.google.common.base.Splitter;
import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import java.nio.file.Path;
import java.util.List;

/** What {@code store init --print-sql} prints for a DBA, run by one. */
final class DbaScript {
  private DbaScript() {}

  /**
   * Makes the store and the fence of a plan whose accounts are those of {@link Accounts}: by the
   * administrator what they may not, the rest by them.
   */
  static void initStore(Path plan, Database target, Database store) {
    run(Answer.to("store", "init", "--print-sql", "--plan=" + plan).out(), target, store);
    Accounts.narrow(target);
    Answer.to("store", "init", "--plan=" + plan);
  }

  /** Runs each part in its database. */
  static void run(String script, Database target, Database store) {
    List<String> parts = Splitter.on("-- In the store's database").splitToList(script);
    target.execute(parts.get(0));
    store.execute(parts.get(1).substring(parts.get(1).indexOf('\n')));
  }
}
