package io.rehome.testdata.servers;

import java.util.Set;

/**
 * The three accounts of docs/how-to/your-own-marketplace.md, which have the rights that it names
 * and no others, on the tables that a test's administrator has made and on those it makes later. A
 * database that comes with another account than the administrator's keeps it.
 */
public final class Accounts {
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

  private static final String IN_EACH_SCHEMA =
      """
      do $$ declare s regnamespace; begin
        for s in select oid from pg_namespace
                  where nspname !~ '^pg_' and nspname <> 'information_schema' loop
          execute format('grant usage on schema %%s to %3$s', s);
          execute format('grant %1$s on all %2$s in schema %%s to %3$s', s);
        end loop;
      end $$
      """;

  private Accounts() {}

  /** The source, for the account that may only read it. */
  public static Database reader(Database source) {
    if (isChosen(source)) {
      return source;
    }
    if (source.isMariaDb()) {
      source.execute(
          "create user if not exists " + READER,
          "grant select on `%s`.* to %s".formatted(source.name(), READER));
    } else {
      source.execute(role(READER));
      grant(source, "select", "tables", READER);
    }
    return source.as(READER, "");
  }

  /** The target, for the account that writes its rows and makes no tables. */
  public static Database loader(Database target) {
    if (isChosen(target)) {
      return target;
    }
    target.execute(role(LOADER));
    grant(target, "select, insert, update, delete", "tables", LOADER);
    grant(target, "select, usage, update", "sequences", LOADER);
    narrow(target);
    return target.as(LOADER, "");
  }

  /** The store's database, for the account that has a schema there once the store is made. */
  public static Database keeper(Database store) {
    if (isChosen(store)) {
      return store;
    }
    store.execute(role(KEEPER));
    return store.as(KEEPER, "");
  }

  /** Takes back what is granted on all tables and not on the fence. */
  public static void narrow(Database target) {
    target.execute(NO_DELETE_ON_THE_FENCE);
  }

  private static boolean isChosen(Database database) {
    return !ADMINISTRATORS.contains(database.user());
  }

  /** There is no "if not exists" for roles. */
  private static String role(String name) {
    return "do $$ begin if to_regrole('%1$s') is null then create role %1$s login; end if; end $$"
        .formatted(name);
  }

  /** In all schemas that are there by now. */
  private static void grant(Database database, String rights, String kind, String account) {
    database.execute(
        IN_EACH_SCHEMA.formatted(rights, kind, account),
        "alter default privileges grant %s on %s to %s".formatted(rights, kind, account));
  }
}
