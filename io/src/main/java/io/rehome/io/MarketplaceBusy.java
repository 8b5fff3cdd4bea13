package io.rehome.io;

import java.time.Instant;

/** Another run holds the marketplace. */
public final class MarketplaceBusy extends Exception {
  private static final long serialVersionUID = 1;

  /** Names the run that holds it, its host, and since when. */
  public MarketplaceBusy(String marketplace, String run, String host, Instant since) {
    super(
        "run %s on %s holds the marketplace %s since %s".formatted(run, host, marketplace, since));
  }
}
