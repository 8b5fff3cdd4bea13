package io.rehome.io.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.sql.Driver;

/** The database engines that we have a driver for, and what we ask of that driver. */
enum Engine {
  /** Also MySQL: one driver serves both. */
  MARIADB(
      ImmutableList.of("jdbc:mariadb:", "jdbc:mysql:"),
      ImmutableMap.of(
          "allowLocalInfile", "false",
          "allowMultiQueries", "false",
          "tinyInt1isBit", "false",
          "yearIsDateType", "false",
          "permitMysqlScheme", "true",
          "connectTimeout", "10000",
          "socketTimeout", "300000",
          "tcpKeepAlive", "true"),
      ImmutableSet.of(
          "sslMode",
          "serverSslCert",
          "trustStore",
          "trustStoreType",
          "enabledSslProtocolSuites",
          "connectTimeout",
          "socketTimeout",
          "useCompression",
          "permitMysqlScheme")),
  POSTGRES(
      ImmutableList.of("jdbc:postgresql:"),
      ImmutableMap.of(
          "ApplicationName", "rehome",
          "connectTimeout", "10",
          "socketTimeout", "300",
          "tcpKeepAlive", "true"),
      ImmutableSet.of(
          "sslmode",
          "sslrootcert",
          "sslNegotiation",
          "channelBinding",
          "currentSchema",
          "connectTimeout",
          "socketTimeout",
          "targetServerType",
          "ApplicationName"));

  private final ImmutableList<String> prefixes;
  private final ImmutableMap<String, String> settings;
  private final ImmutableSet<String> options;

  Engine(
      ImmutableList<String> prefixes,
      ImmutableMap<String, String> settings,
      ImmutableSet<String> options) {
    this.prefixes = prefixes;
    this.settings = settings;
    this.options = options;
  }

  boolean accepts(String jdbc) {
    return prefixes.stream().anyMatch(jdbc::startsWith);
  }

  Driver driver() {
    return switch (this) {
      case MARIADB -> new org.mariadb.jdbc.Driver();
      case POSTGRES -> new org.postgresql.Driver();
    };
  }

  /** What every connection is opened with, unless the URL says otherwise. */
  ImmutableMap<String, String> settings() {
    return settings;
  }

  /**
   * The options that a URL may hold. All others are refused: some of them run code or read files.
   */
  ImmutableSet<String> options() {
    return options;
  }
}
