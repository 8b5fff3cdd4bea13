package io.rehome.cli;

import io.rehome.io.FencedOff;
import io.rehome.io.MarketplaceBusy;
import io.rehome.io.Outage;
import io.rehome.io.Refusal;
import io.rehome.io.UnknownName;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.HeapTooSmall;
import io.rehome.pipelines.RunFailed;
import io.rehome.plan.PlanRefused;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command that ended with an exception: its exit code, and what the user is told. The message of
 * a database's own exception is not told: it may hold record content.
 */
record Failure(Exit exit, String told, Throwable cause) {
  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
  private static final String RIGHTS =
      " Look at the account, its password and its rights; store init --print-sql tells what target"
          + " and store need.";
  private static final String TRUST =
      " Look at the host's name and at the option sslrootcert or serverSslCert in the plan, or ask"
          + " who keeps the server.";

  static Failure of(Throwable cause, Action action) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof PlanRefused
        || cause instanceof OptionsWrong
        || cause instanceof UnknownName) {
      return new Failure(Exit.PLAN_WRONG, message, cause);
    }
    if (cause instanceof Refusal refusal) {
      return new Failure(Exit.PLAN_WRONG, sentence(message) + advice(refusal), cause);
    }
    if (cause instanceof MarketplaceBusy) {
      return new Failure(Exit.BUSY, message, cause);
    }
    if (cause instanceof Outage || cause instanceof FencedOff) {
      return new Failure(Exit.RESUMABLE, sentence(message) + action.afterwards(), cause);
    }
    if (cause instanceof RuntimeException && cause.getCause() instanceof Outage outage) {
      return of(outage, action);
    }
    if (cause instanceof RunFailed && cause.getCause() != null) {
      return fault(cause.getCause(), action);
    }
    return fault(cause, action);
  }

  private static String advice(Refusal refusal) {
    return switch (refusal.ground()) {
      case ACCOUNT -> RIGHTS;
      case CERTIFICATE -> TRUST;
    };
  }

  private static Failure fault(Throwable cause, Action action) {
    String what =
        HeapTooSmall.isBehind(cause)
            ? HeapTooSmall.sentence()
            : "rehome stopped by a fault of its own: " + named(cause);
    return new Failure(Exit.RESUMABLE, sentence(what) + action.afterwards(), cause);
  }

  /** Tells the user, and keeps the stack trace where it belongs. */
  Exit tell(Console console, Action action) {
    console.err().println(told);
    if (exit == Exit.RESUMABLE) {
      LOG.error("the command failed", cause);
      LogFile.written().ifPresent(file -> console.err().println("Stack trace: " + file));
    }
    if (action.showsStackTrace()) {
      cause.printStackTrace(console.err());
    }
    return exit;
  }

  private static String named(Throwable cause) {
    return cause instanceof SQLException e
        ? "SQL state " + e.getSQLState()
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private static String sentence(String text) {
    return text.matches("(?s).*[.!?]") ? text : text + ".";
  }
}
