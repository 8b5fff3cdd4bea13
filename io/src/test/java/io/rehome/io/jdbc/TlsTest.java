package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Refusal;
import io.rehome.io.Source;
import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.DatabaseServer;
import io.rehome.testdata.servers.MariaDbServer;
import io.rehome.testdata.servers.PostgresServer;
import io.rehome.testdata.servers.ServerSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A verified connection is made to the right server, and to no other that claims to be it. */
class TlsTest {
  @TempDir private static Path folder;
  private static TestCertificates certificates;

  /** A server that shows a certificate. */
  enum Engine {
    MARIADB("sslMode=verify-full&serverSslCert=", "show session status like 'Ssl_version'") {
      @Override
      DatabaseServer start(ServerSettings settings, String certificate) {
        return MariaDbServer.start(
            settings
                .with("ssl", "1")
                .with("ssl_cert", certificates.certificate(certificate).toString())
                .with("ssl_key", certificates.key(certificate).toString()));
      }
    },
    POSTGRES(
        "sslmode=verify-full&sslrootcert=",
        "select version from pg_stat_ssl where pid = pg_backend_pid()") {
      @Override
      DatabaseServer start(ServerSettings settings, String certificate) {
        return PostgresServer.start(
            settings
                .with("ssl", "on")
                .with("ssl_cert_file", certificates.certificate(certificate).toString())
                .with("ssl_key_file", certificates.key(certificate).toString()));
      }
    };

    private final String options;
    private final String protocol;

    Engine(String options, String protocol) {
      this.options = options;
      this.protocol = protocol;
    }

    abstract DatabaseServer start(ServerSettings settings, String certificate);

    DatabaseServer showing(String certificate) {
      return start(ServerSettings.in(folder.resolve(name())), certificate);
    }

    /** As a plan would name it. */
    Source source(DatabaseServer server) {
      Database plain = Accounts.reader(server.database(this == MARIADB ? "mysql" : "postgres"));
      String verified = plain.jdbcUrl() + "?" + options + certificates.authority();
      return SourceUnderTest.over(new Database(verified, plain.user(), plain.password())).source();
    }
  }

  @BeforeAll
  static void issue() throws Exception {
    certificates = TestCertificates.in(folder);
    certificates.issue("good", "ip:127.0.0.1");
    certificates.issue("other", "dns:db.elsewhere.example");
    certificates.issue("expired", "ip:127.0.0.1", "-startdate", "-10d", "-validity", "3");
    certificates.selfSigned("own", "ip:127.0.0.1");
  }

  @ParameterizedTest
  @EnumSource
  void readsThroughAConnectionThatIsVerified(Engine engine) {
    try (DatabaseServer server = engine.showing("good")) {
      List<List<String>> protocol = engine.source(server).answer(engine.protocol);

      assertThat(protocol.toString(), containsString("TLSv1."));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesTheCertificateOfAnotherHost(Engine engine) {
    assertRefused(engine, "other", "127.0.0.1");
  }

  @ParameterizedTest
  @EnumSource
  void refusesACertificateThatHasExpired(Engine engine) {
    assertRefused(engine, "expired", "NotAfter");
  }

  @ParameterizedTest
  @EnumSource
  void refusesACertificateThatNobodyVouchesFor(Engine engine) {
    assertRefused(engine, "own", "valid certification path");
  }

  /** At once, and not after the time that an outage is given. */
  private static void assertRefused(Engine engine, String certificate, String reason) {
    try (DatabaseServer server = engine.showing(certificate)) {
      Source source = engine.source(server);
      long began = System.nanoTime();
      Refusal refusal = assertThrows(Refusal.class, source::tables);

      assertThat(
          refusal.getMessage(),
          allOf(containsString("a certificate that is not trusted"), containsString(reason)));
      assertThat(refusal.getMessage(), not(containsString("\n")));
      assertThat((System.nanoTime() - began) / 1_000_000_000L < 10, equalTo(true));
    }
  }
}
