package io.rehome.pipelines;

import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;

/** Tells {@link InFlight} what the readers of a run begin and take. */
record FlightWatch(String run) implements ReadWatch {

  @Override
  public void begins(KeyRange range) {
    InFlight.of(run).begins(range);
  }

  @Override
  public void took(Page page) {
    InFlight.of(run).took(page);
  }
}
