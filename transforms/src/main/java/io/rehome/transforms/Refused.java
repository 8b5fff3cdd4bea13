package io.rehome.transforms;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import io.rehome.transforms.expression.LookupUnread;

/** Ends a record's way through its rules. Cheap: it carries no stack trace. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Rejection rejection;

  Refused(Rejection rejection) {
    super(rejection.message(), null, false, false);
    this.rejection = rejection;
  }

  /** A rule gave up. */
  Refused(Stage stage, String column, RejectedValue cause) {
    this(cause.at(stage, column));
  }

  /** A rule broke. A lookup that could not be read is thrown as it is: it is no record's fault. */
  static Refused broken(Stage stage, String column, RuntimeException cause) {
    if (cause instanceof LookupUnread) {
      throw cause;
    }
    return new Refused(new Rejection(stage, Reason.EXPRESSION, column, told(cause)));
  }

  Rejection rejection() {
    return rejection;
  }

  private static String told(RuntimeException cause) {
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
