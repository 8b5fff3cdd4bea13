package io.rehome.cli;

import com.google.common.base.Splitter;
import io.rehome.testdata.servers.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The three accounts of docs/how-to/your-own-marketplace.md, which have the rights that it names
 * and no others, on the tables that a test's administrator has made and on those it makes later. A
 * database that comes with another account than the administrator's keeps it.
 */
final class Accounts {
  private static final Set<String> ADMINISTRATORS = Set.of("root", "postgres");
  private static final String READER = "rehome_reader";
  private static final String LOADER = "rehome_loader";
  private static final String KEEPER = "rehome_keeper";

  /** What is granted on all tables is more than the docs grant on this one. */
  private static final String NO_DELETE_ON_THE_FENCE =
      """
      do $$ begin
        if to_regclass('rehome_fence') is not null then
          revoke delete on rehome_fence from %s;
        end if;
      end $$
      """
          .formatted(LOADER);

  private Accounts() {}

  /** The source, for the account that may only read it. */
  static Database reader(Database source) {
    if (isChosen(source)) {
      return source;
    }
    if (source.isMariaDb()) {
      source.execute(
          "create user if not exists " + READER,
          "grant select on `%s`.* to %s".formatted(source.name(), READER));
    } else {
      source.execute(role(READER), "grant usage on schema public to " + READER);
      grant(source, "select", "tables", READER);
    }
    return source.as(READER, "");
  }

  /** The target, for the account that writes its rows and makes no tables. */
  static Database loader(Database target) {
    if (isChosen(target)) {
      return target;
    }
    target.execute(role(LOADER), "grant usage on schema public to " + LOADER);
    grant(target, "select, insert, update, delete", "tables", LOADER);
    grant(target, "select, usage, update", "sequences", LOADER);
    target.execute(NO_DELETE_ON_THE_FENCE);
    return target.as(LOADER, "");
  }

  /** The store's database, for the account that has a schema there once the store is made. */
  static Database keeper(Database store) {
    if (isChosen(store)) {
      return store;
    }
    store.execute(role(KEEPER));
    return store.as(KEEPER, "");
  }

  /**
   * Makes the store and the fence of a plan whose accounts are these: by the administrator what
   * they may not, the rest by them.
   */
  static void initStore(Path plan, Database target, Database store) {
    runAsDba(Answer.to("store", "init", "--print-sql", "--plan=" + plan).out(), target, store);
    target.execute(NO_DELETE_ON_THE_FENCE);
    Answer.to("store", "init", "--plan=" + plan);
  }

  /** Runs what {@code store init --print-sql} printed, each part in its database. */
  static void runAsDba(String script, Database target, Database store) {
    List<String> parts = Splitter.on("-- In the store's database").splitToList(script);
    target.execute(parts.get(0));
    store.execute(parts.get(1).substring(parts.get(1).indexOf('\n')));
  }

  private static boolean isChosen(Database database) {
    return !ADMINISTRATORS.contains(database.user());
  }

  /** There is no "if not exists" for roles. */
  private static String role(String name) {
    return "do $$ begin if to_regrole('%1$s') is null then create role %1$s login; end if; end $$"
        .formatted(name);
  }

  private static void grant(Database database, String rights, String kind, String account) {
    database.execute(
        "grant %s on all %s in schema public to %s".formatted(rights, kind, account),
        "alter default privileges in schema public grant %s on %s to %s"
            .formatted(rights, kind, account));
  }
}
