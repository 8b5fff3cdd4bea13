package io.rehome.testdata.peers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;

/** Keys from the first up to and including the last. */
record KeyRange(long first, long last) {

  /** All keys of the source. */
  static KeyRange of(Place source) throws SQLException {
    try (Connection connection = source.connect();
        Statement statement = connection.createStatement();
        ResultSet ends =
            statement.executeQuery("select min(notice_id), max(notice_id) from notices")) {
      ends.next();
      return new KeyRange(ends.getLong(1), ends.getLong(2));
    }
  }

  /** As many parts of about the same length. */
  List<KeyRange> parts(int count) {
    return LongStream.range(0, count)
        .mapToObj(part -> new KeyRange(bound(part, count), bound(part + 1, count) - 1))
        .toList();
  }

  private long bound(long part, int count) {
    return first + (last + 1 - first) * part / count;
  }
}
