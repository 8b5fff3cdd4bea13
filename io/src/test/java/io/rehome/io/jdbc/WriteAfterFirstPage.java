package io.rehome.io.jdbc;

import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.testdata.servers.Database;

/** Someone who writes to the source as soon as a page was read. */
record WriteAfterFirstPage(String url, String user, String password, String sql)
    implements ReadWatch {

  WriteAfterFirstPage(Database database, String sql) {
    this(database.jdbcUrl(), database.user(), database.password(), sql);
  }

  @Override
  public void begins(KeyRange range) {}

  @Override
  public void took(Page page) {
    new Database(url, user, password).execute(sql);
  }
}
