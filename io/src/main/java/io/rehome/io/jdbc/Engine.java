package io.rehome.io.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.sql.Driver;
import java.util.Locale;
import java.util.Map;

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
          "permitMysqlScheme"),
      "sslMode",
      ImmutableSet.of("trust", "required", "verify-ca", "verify-full", "verify-identity")),
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
          "ApplicationName"),
      "sslmode",
      ImmutableSet.of("require", "verify-ca", "verify-full"));

  private final ImmutableList<String> prefixes;
  private final ImmutableMap<String, String> settings;
  private final ImmutableSet<String> options;
  private final String encryption;
  private final ImmutableSet<String> encrypted;

  Engine(
      ImmutableList<String> prefixes,
      ImmutableMap<String, String> settings,
      ImmutableSet<String> options,
      String encryption,
      ImmutableSet<String> encrypted) {
    this.prefixes = prefixes;
    this.settings = settings;
    this.options = options;
    this.encryption = encryption;
    this.encrypted = encrypted;
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

  /** The option that says whether and how connections are encrypted. */
  String encryption() {
    return encryption;
  }

  /** Whether an option of a URL insists on encryption. */
  boolean isEncrypted(Map.Entry<String, String> option) {
    String mode = option.getValue().toLowerCase(Locale.ROOT).replace('_', '-');
    return option.getKey().equals(encryption) && encrypted.contains(mode);
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
