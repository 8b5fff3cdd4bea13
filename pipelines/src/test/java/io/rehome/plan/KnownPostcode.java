package io.rehome.plan;

import io.rehome.model.Check;
import io.rehome.model.Fields;
import io.rehome.model.Named;
import java.util.Optional;

/** A user's check. */
@Named("known-postcode")
public final class KnownPostcode implements Check {
  @Override
  public Optional<String> problem(Fields document) {
    return "XX".equals(document.value("country")) ? Optional.of("no such post") : Optional.empty();
  }
}
