package io.rehome.io;

import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import java.util.List;
import java.util.Set;

/**
 * A run's search for the records of one entity that claim the same unique value. What was noted of
 * a range stays noted when source or store are cut off: the search goes on with the other ranges.
 * Every method can be called twice, and throws {@link FencedOff} where the run was taken over.
 */
public interface ClaimSearch {

  /**
   * The numbers of the ranges that the search has been through. Begins it where this run has not
   * begun it yet, or where what it had was lost with a crash of the store.
   */
  Set<Long> begin();

  /**
   * Notes what the rows of a page claim. A page that is noted twice counts once.
   *
   * @param last whether its reading of the range ends with it
   * @throws Outage also where what was noted before is lost
   */
  void note(PageId page, boolean last, List<Claimant> claimants);

  /**
   * Notes that the search has been through these ranges, of which some had no rows; called after a
   * pipeline that read all of them to their end. Notes nothing where what was noted before is lost.
   */
  void close(List<KeyRange> ranges);

  /**
   * Remembers those that claim a value which another claims too, ranked by key, numbers by their
   * value and all else by code point: the lowest key ranks first. Then the search is over.
   *
   * @return false where what was noted is lost, and the search must begin anew
   */
  boolean end();
}
