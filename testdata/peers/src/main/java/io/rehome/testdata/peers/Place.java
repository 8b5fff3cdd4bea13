package io.rehome.testdata.peers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database and the account to use it with, which has no password. */
record Place(String url, String user) {

  /** The place that is named by two arguments of a command line, the first of them at index. */
  static Place in(String[] arguments, int index) {
    return new Place(arguments[index], arguments[index + 1]);
  }

  /** With a parameter of its driver. */
  Place with(String parameter) {
    return new Place(url + (url.contains("?") ? "&" : "?") + parameter, user);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, "");
  }
}
