package io.rehome.plan;

import io.rehome.model.Enricher;
import io.rehome.model.Fields;
import io.rehome.model.Named;

/** A user's rule: a greeting made of the document's name. */
@Named("full-name")
public final class FullName implements Enricher {
  @Override
  public Object enrich(Fields document) {
    return "Dear " + document.value("name");
  }
}
