package io.rehome.testdata.servers;

import java.nio.file.Path;

/**
 * How long a server runs when nobody stops it. It ends in order, also when its users were killed.
 */
public sealed interface Lifetime {
  /** Until the JVM that starts it ends, in whatever way. */
  record OfThisJvm() implements Lifetime {}

  /** Until no process of these users is alive: it may outlive the JVM that started it. */
  record OfUsers(Users users) implements Lifetime {}

  /** The directory of the users, or nothing where the server belongs to one JVM. */
  default String directory() {
    return this instanceof OfUsers of ? of.users().directory().toString() : "";
  }

  static Lifetime of(Path users) {
    return new OfUsers(new Users(users));
  }
}
