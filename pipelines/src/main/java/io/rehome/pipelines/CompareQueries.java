package io.rehome.pipelines;

import io.rehome.io.Asserted;
import io.rehome.io.Asserted.Agrees;
import io.rehome.io.Outage;
import io.rehome.io.Scan;
import io.rehome.plan.Assertion;
import java.util.List;
import java.util.function.Supplier;

/** Runs the plan's pairs of queries: they share nothing with the code that maps. */
final class CompareQueries {
  /** As much of an answer as a report has room for. */
  private static final int MOST = 500;

  private final Parts parts;

  CompareQueries(Parts parts) {
    this.parts = parts;
  }

  void compare(Scan scan) {
    List<Assertion> assertions = parts.plan().plan().assertions();
    if (!assertions.isEmpty()) {
      parts.progress().phase("comparing what the plan asserts");
      List<Asserted> asserted =
          parts.rounds().ask(() -> assertions.stream().map(this::ask).toList());
      parts.rounds().step(() -> parts.workplace().verifications().asserted(scan, asserted));
    }
  }

  private Asserted ask(Assertion pair) {
    Answer source = answer(() -> parts.workplace().source().answer(pair.source()));
    Answer target = answer(() -> parts.workplace().target().reading().answer(pair.target()));
    return new Asserted(
        pair.source(), pair.target(), source.shown(), target.shown(), agrees(source, target));
  }

  private static Agrees agrees(Answer source, Answer target) {
    if (source.isRefused() || target.isRefused()) {
      return Agrees.FAILED;
    }
    return source.equals(target) ? Agrees.EQUAL : Agrees.DIFFERENT;
  }

  /** An outage is none of the pair's: it is waited for. */
  private static Answer answer(Supplier<List<List<String>>> query) {
    try {
      return new Answer(query.get(), "");
    } catch (Outage outage) {
      throw outage;
    } catch (IllegalStateException e) {
      return new Answer(List.of(), reason(e));
    }
  }

  private static String reason(IllegalStateException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /** The rows that a query answered, or why it did not. */
  private record Answer(List<List<String>> rows, String refusal) {
    private boolean isRefused() {
      return !refusal.isEmpty();
    }

    private String shown() {
      String text = isRefused() ? refusal : text();
      return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }

    private String text() {
      return rows.size() == 1 && rows.get(0).size() == 1 ? rows.get(0).get(0) : rows.toString();
    }
  }
}
