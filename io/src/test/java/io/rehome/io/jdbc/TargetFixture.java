package io.rehome.io.jdbc;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Fence;
import io.rehome.io.Held;
import io.rehome.io.Landing;
import io.rehome.io.Secret;
import io.rehome.io.Target;
import io.rehome.io.Upload;
import io.rehome.io.Upload.Claim;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import io.rehome.model.TargetTable;
import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fresh PostgreSQL database as target, with our fence raised; its tables are the administrator's,
 * and the target is asked and filled by the account that may do no more.
 */
final class TargetFixture {
  static final Fence FENCE = new Fence("pets", 7);

  final Database database;
  final Target target;

  TargetFixture(String... statements) {
    this(TestServers.freshPostgres(), statements);
  }

  TargetFixture(Database database, String... statements) {
    this.database = database;
    database.execute(statements);
    new PostgresTargetProvider().open(addressOf(database)).createFence();
    this.target = new PostgresTargetProvider().open(address(database));
    target.raise(FENCE);
  }

  /** For the account that loads, where the database comes with its administrator's. */
  static DatabaseAddress address(Database database) {
    return addressOf(Accounts.loader(database));
  }

  private static DatabaseAddress addressOf(Database database) {
    return new DatabaseAddress(
        database.jdbcUrl(), new Account(database.user()), secret(database.password()));
  }

  private static Secret secret(String text) {
    try {
      Path file = Files.createTempFile("rehome-secret", "");
      file.toFile().deleteOnExit();
      return new Secret("${file:" + Files.writeString(file, text) + "}");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The shape that writes these columns of the table; none named = all that may be written. */
  DocumentShape shape(String table, String... columns) {
    try {
      TargetTable described = target.describe(table);
      List<TargetColumn> written =
          described.columns().stream()
              .filter(column -> column.filling() != TargetColumn.Filling.GENERATED)
              .filter(column -> columns.length == 0 || List.of(columns).contains(column.name()))
              .toList();
      List<TargetColumn> key =
          described.key().stream().map(name -> described.column(name).orElseThrow()).toList();
      return new DocumentShape(described, written, key);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  List<Landing> load(DocumentShape shape, Upload... uploads) {
    return load(shape, List.of(uploads));
  }

  List<Landing> load(DocumentShape shape, List<Upload> uploads) {
    try (var loading = target.open(FENCE)) {
      return loading.load(shape, uploads);
    }
  }

  static Document document(Object... values) {
    return new Document(Arrays.asList(values));
  }

  /** Never sent before. */
  static Upload fresh(DocumentShape shape, Object... values) {
    return upload(shape, document(values), new Held(List.of(), Claim.AS_CONFIRMED));
  }

  static Upload confirmed(DocumentShape shape, Document held, Object... values) {
    return upload(shape, document(values), new Held(List.of(held), Claim.AS_CONFIRMED));
  }

  static Upload perhaps(DocumentShape shape, Document held, Object... values) {
    return upload(shape, document(values), new Held(List.of(held), Claim.PERHAPS_HELD));
  }

  static Upload upload(DocumentShape shape, Document document, Held held) {
    List<Object> key =
        IntStream.of(shape.keyPositions()).<Object>mapToObj(document.values()::get).toList();
    return new Upload(TargetKey.ofValues(key), document, held.documents(), held.claim());
  }

  /** The rows that the query gives, each as its values' texts with blanks between. */
  List<String> rows(String sql) {
    try (Connection connection = database.connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i));
        }
        rows.add(String.join(" ", values.stream().map(String::valueOf).toList()));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a landing reads in a test: WRITTEN, EQUAL, or the reason. */
  static List<String> outcomes(List<Landing> landings) {
    return landings.stream().map(TargetFixture::outcome).toList();
  }

  private static String outcome(Landing landing) {
    if (landing instanceof Landing.Refused refused) {
      return refused.rejection().reason().name();
    }
    return landing instanceof Landing.Equal ? "EQUAL" : "WRITTEN";
  }

  static String message(Landing landing) {
    return ((Landing.Refused) landing).rejection().message();
  }
}
