package io.rehome.testdata.judge;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through what is expected and what is there, in step. */
final class SideBySide {
  private final String where;
  private final Consumer<Finding> findings;

  SideBySide(String where, Consumer<Finding> findings) {
    this.where = where;
    this.findings = findings;
  }

  void compare(Lines expected, Lines actual) throws SQLException {
    Optional<Line> wanted = expected.next();
    Optional<Line> found = actual.next();
    while (wanted.isPresent() || found.isPresent()) {
      int order = order(wanted, found);
      compare(wanted.filter(line -> order <= 0), found.filter(line -> order >= 0));
      wanted = order <= 0 ? expected.next() : wanted;
      found = order >= 0 ? actual.next() : found;
    }
  }

  private void compare(Optional<Line> wanted, Optional<Line> found) {
    if (found.isEmpty()) {
      tell(wanted.orElseThrow(), "is lost");
    } else if (wanted.isEmpty()) {
      tell(found.orElseThrow(), "must not be there");
    } else {
      String differences = wanted.orElseThrow().differences(found.orElseThrow());
      if (!differences.isEmpty()) {
        tell(found.orElseThrow(), differences);
      }
    }
  }

  private void tell(Line line, String what) {
    findings.accept(new Finding(where, line.key(), what));
  }

  /** Negative where the expected one comes first. */
  private static int order(Optional<Line> wanted, Optional<Line> found) {
    if (wanted.isEmpty() || found.isEmpty()) {
      return wanted.isPresent() ? -1 : 1;
    }
    return wanted.get().key().compareTo(found.get().key());
  }
}
