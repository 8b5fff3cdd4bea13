package io.rehome.io.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.rehome.io.LookupRows;
import java.sql.SQLException;
import java.util.Optional;

/** Lookup tables as they were read, each content a version. */
final class Lookups {
  private static final String FIND =
      "select version from rehome.lookup where marketplace = ? and name = ? and fingerprint = ?"
          + " order by version desc";

  private static final String ADD =
      """
      insert into rehome.lookup (marketplace, name, version, fingerprint, content)
      select ?, ?, coalesce(max(version), 0) + 1, ?, ?
        from rehome.lookup where marketplace = ? and name = ?
      returning version
      """;

  private static final String READ =
      "select content from rehome.lookup where marketplace = ? and name = ? and version = ?";

  private final Session session;
  private final String marketplace;

  Lookups(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  /** The version of this content. */
  int version(String name, LookupRows rows) throws SQLException {
    String content = LookupText.text(rows);
    String fingerprint = Hashing.sha256().hashString(content, UTF_8).toString();
    Optional<Integer> known =
        session.first(row -> row.getInt(1), FIND, marketplace, name, fingerprint);
    return known.isPresent() ? known.get() : add(name, fingerprint, content);
  }

  private int add(String name, String fingerprint, String content) throws SQLException {
    return session.one(
        row -> row.getInt(1), ADD, marketplace, name, fingerprint, content, marketplace, name);
  }

  LookupRows rows(String name, int version) throws SQLException {
    return session
        .first(row -> LookupText.rows(row.getString(1)), READ, marketplace, name, version)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the store keeps no version %d of the lookup %s".formatted(version, name)));
  }
}
