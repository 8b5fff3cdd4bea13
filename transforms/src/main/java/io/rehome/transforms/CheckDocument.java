package io.rehome.transforms;

import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.SourceRow;
import io.rehome.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a finished document; all that is wrong stands in one rejection. */
final class CheckDocument implements Step {
  private final Places shape;
  private final List<CheckRule> rules;

  CheckDocument(Places shape, List<CheckRule> rules) {
    this.shape = shape;
    this.rules = rules;
  }

  @Override
  public void take(SourceRow row, List<@Nullable Object> document, Witness witness) throws Refused {
    RowFields fields = new RowFields(shape, document, witness);
    List<Rejection> problems = new ArrayList<>();
    for (CheckRule rule : rules) {
      problem(rule, fields.seenBy(rule.field()))
          .map(said -> new Rejection(Stage.CHECK, Reason.CHECK_FAILED, rule.field(), said))
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new Refused(Rejection.joined(problems));
    }
  }

  private static Optional<String> problem(CheckRule rule, RowFields fields) throws Refused {
    try {
      return rule.check().problem(fields);
    } catch (RuntimeException e) {
      throw Refused.broken(Stage.CHECK, rule.field(), e);
    }
  }
}
