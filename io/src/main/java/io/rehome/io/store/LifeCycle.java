package io.rehome.io.store;

import static io.rehome.io.store.State.DEFERRED;
import static io.rehome.io.store.State.GONE;
import static io.rehome.io.store.State.MERGED;
import static io.rehome.io.store.State.READY;
import static io.rehome.io.store.State.REJECTED;
import static io.rehome.io.store.State.SETTLED;
import static io.rehome.io.store.State.SKIPPED;

/**
 * What happens to a record: the one place that knows the transitions of
 * docs/concepts/life-cycle.md. A method for each event gives the assignments of the statement that
 * applies it; a method for each question gives the condition. In all of them {@code r} is the
 * record and, in conditions, {@code p} the page of its attempt.
 */
final class LifeCycle {
  private LifeCycle() {}

  // Questions.

  /** Its attempt was confirmed. */
  static String isLoaded() {
    return "(r.state = " + READY.sql() + " and p.confirmed_at is not null)";
  }

  /** Its attempt's document was sent, or is about to be, and nothing is known of its fate. */
  static String isOpen() {
    return "(r.state = " + READY.sql() + " and p.confirmed_at is null)";
  }

  /** The target acknowledged some document of it: it is there. */
  static String isPresent() {
    return "(" + isLoaded() + " or r.confirmed_page is not null)";
  }

  /** It is settled and will be there before its children are confirmed. */
  static String isUnderWay() {
    return "(r.state = "
        + SETTLED.sql()
        + " or ("
        + isOpen()
        + " and r.deferred_page is not null))";
  }

  /** Some document of it may be in the target though no answer said so. */
  static String mayHaveMore() {
    return "(" + isOpen() + " or (not " + isLoaded() + " and r.unsettled is not null))";
  }

  /**
   * A source row with the same fingerprint, under the same {@code where}, is unchanged: its outcome
   * is final, and where it was excluded, the target holds nothing of it.
   */
  static String isToldByPrint() {
    return "((%s or r.state in (%s, %s, %s)) and (r.chosen or not (%s or %s)))"
        .formatted(
            isLoaded(), REJECTED.sql(), SKIPPED.sql(), MERGED.sql(), isPresent(), mayHaveMore());
  }

  /** It is not to be there, and some document of it may be there though no answer said so. */
  static String isLeft() {
    return "(r.unsettled is not null and r.state in (%s, %s, %s, %s))"
        .formatted(REJECTED.sql(), SKIPPED.sql(), MERGED.sql(), GONE.sql());
  }

  /** It waits until all of its entity are known. */
  static String isDeferred() {
    return "r.state = " + DEFERRED.sql();
  }

  /** It was decided and is to be loaded. */
  static String isSettled() {
    return "r.state = " + SETTLED.sql();
  }

  static String isRejected() {
    return "r.state = " + REJECTED.sql();
  }

  /** The rejection of a record that {@link #refusedMeanwhile}; null where it is not. */
  static String refusal() {
    return "case when " + isOpen() + " then r.reason end";
  }

  /**
   * A newer attempt would only go on with this one: it is settled, and the same {@code run} takes
   * it through its passes.
   */
  static String goesOn(int run) {
    return "(p.run = " + run + " and " + isUnderWay() + ")";
  }

  /** It is not migrated though a document may have come about. */
  static String isLeftOut() {
    return "r.state in (" + REJECTED.sql() + ", " + MERGED.sql() + ")";
  }

  /** The name of its outcome. */
  static String outcome() {
    return "case when %s then 'LOADED' when %s then '%s' when %s then '%s' when %s then '%s' when %s then '%s' else 'PENDING' end"
        .formatted(
            isLoaded(),
            isRejected(),
            REJECTED.outcome(),
            "r.state = " + SKIPPED.sql(),
            SKIPPED.outcome(),
            "r.state = " + MERGED.sql(),
            MERGED.outcome(),
            "r.state = " + GONE.sql(),
            GONE.outcome());
  }

  /** The key under which the target holds it; null where it is not present. */
  static String confirmedTargetKey() {
    return "case when %s then coalesce(r.target_key, r.source_key) when r.confirmed_page is not null then coalesce(r.confirmed_target_key, r.source_key) end"
        .formatted(isLoaded());
  }

  /** {@link #confirmedTargetKey}; null as well where it is that of the source. */
  static String confirmedOtherKey() {
    return "case when %s then r.target_key else r.confirmed_target_key end".formatted(isLoaded());
  }

  /** The fingerprint of the document that the target acknowledged; null where there is none. */
  static String confirmedFingerprint() {
    return "case when %s then r.document_fp else r.confirmed_fp end".formatted(isLoaded());
  }

  /** The document that the target acknowledged; null where there is none. */
  static String confirmedDocument() {
    return "case when %s then r.document else r.confirmed_document end".formatted(isLoaded());
  }

  // Events.

  /**
   * A newer attempt, {@code excluded}, begins. What a confirmed attempt sent becomes the confirmed
   * part; what an open one sent joins the unsettled documents. A record keeps the range it was read
   * from, and the page that deferred it until a range is read again.
   */
  static String begun() {
    return sentIsKept()
        + """
        page = excluded.page, range_id = coalesce(excluded.range_id, r.range_id),
        deferred_page = case when excluded.range_id is not null then excluded.deferred_page
                             when excluded.state = %s and r.state not in (%s, %s)
                               then excluded.deferred_page
                             else r.deferred_page end,
        attempts = %s, state = excluded.state, chosen = excluded.chosen,
        source = excluded.source, source_fp = excluded.source_fp,
        document = excluded.document, document_fp = excluded.document_fp,
        target_key = excluded.target_key, stage = excluded.stage, reason = excluded.reason,
        column_name = excluded.column_name, message = excluded.message"""
            .formatted(DEFERRED.sql(), DEFERRED.sql(), SETTLED.sql(), counted());
  }

  /** An attempt that was kept is followed by one of the next number; else the same one goes on. */
  private static String counted() {
    return "r.attempts + (select count(*) from rehome.attempt a where a.entity = r.entity"
        + " and a.source_key = r.source_key and a.number = r.attempts)";
  }

  /**
   * What the attempt that ends here sent: it becomes the confirmed part, or joins the unsettled.
   */
  private static String sentIsKept() {
    return """
        (confirmed_page, confirmed_fp, confirmed_target_key, confirmed_document, unsettled) = (
          select case when loaded then r.page else r.confirmed_page end,
                 case when loaded then r.document_fp else r.confirmed_fp end,
                 case when loaded then r.target_key else r.confirmed_target_key end,
                 case when loaded then r.document else r.confirmed_document end,
                 case when loaded then null
                      when open and r.document = any(r.unsettled) then r.unsettled
                      when open then r.unsettled || r.document
                      else r.unsettled end
            from (select %s, %s from rehome.page p where p.id = r.page) as fate(loaded, open)),
        """
        .formatted(isLoaded(), isOpen());
  }

  /** The source has the record no more; {@code u} names the page that says so. */
  static String gone() {
    return sentIsKept()
        + "page = u.page, attempts = "
        + counted()
        + ", state = "
        + GONE.sql()
        + ", stage = null, reason = null, column_name = null, message = null";
  }

  /** The source has the record no more, and the target does not let it go; {@code u} says why. */
  static String heldOn() {
    return sentIsKept() + "page = u.page, attempts = " + counted() + ", " + refused();
  }

  /** The target deleted the row of a record that is gone. */
  static String deleted() {
    return "confirmed_page = null, confirmed_fp = null, confirmed_target_key = null,"
        + " confirmed_document = null, unsettled = null";
  }

  /** The target's row of a record that is gone holds {@code u.document} now. */
  static String changedAtLast() {
    return "confirmed_page = coalesce(r.confirmed_page, r.page), confirmed_fp = u.document_fp,"
        + " confirmed_document = u.document, unsettled = null";
  }

  /**
   * The target does not hold what it confirmed: the record is open again on {@code u}'s page, as if
   * the fate of what was sent were unknown.
   */
  static String reopened() {
    return sentIsKept()
        + "page = u.page, attempts = "
        + counted()
        + ", state = "
        + READY.sql()
        + ", stage = null, reason = null, column_name = null, message = null";
  }

  static String isGone() {
    return "r.state = " + GONE.sql();
  }

  /** The target refused the document of an open attempt; {@code u} is the rejection. */
  static String refused() {
    return "state = " + REJECTED.sql() + ", " + refusedMeanwhile();
  }

  /**
   * The target refused a record of a cycle that others may reference already. It stays under way,
   * with its rejection {@code u}, until what hangs on it is out of the target.
   */
  static String refusedMeanwhile() {
    return "stage = u.stage, reason = u.reason, column_name = u.column_name, message = u.message";
  }

  /** A deferred record may be loaded. */
  static String settled() {
    return "state = " + SETTLED.sql();
  }

  /** A deferred record lost its parent or its unique value; {@code u} is the rejection. */
  static String settledAgainst() {
    return refused() + ", page = u.page";
  }

  /** The target holds nothing more of a record that was refused, or that lost its parent. */
  static String withdrawn() {
    return settledAgainst() + ", unsettled = null";
  }

  /** The target holds nothing more of a record that {@link #isLeft} but what it confirmed. */
  static String takenBack() {
    return "unsettled = null";
  }

  /**
   * The target holds the document that this source row, {@code u}, would give already. Where a
   * later attempt stood in between, the confirmed part becomes the attempt again, under the next
   * number.
   */
  static String unchanged() {
    return """
        attempts = %5$s, source = u.source, source_fp = u.source_fp, chosen = u.chosen, state = %1$s,
        page = case when %2$s then r.page else r.confirmed_page end,
        document = %3$s, document_fp = %4$s,
        target_key = case when %2$s then r.target_key else r.confirmed_target_key end,
        confirmed_page = null, confirmed_fp = null, confirmed_target_key = null,
        confirmed_document = null, unsettled = null,
        stage = null, reason = null, column_name = null, message = null"""
        .formatted(READY.sql(), isLoaded(), confirmedDocument(), confirmedFingerprint(), counted());
  }

  /**
   * Whether {@link #unchanged} has anything to change: it is present and nothing else was sent.
   *
   * @param keepsOriginals whether originals are kept now
   */
  static String wantsUnchanged(boolean keepsOriginals) {
    return "%s and not %s and (not %s or r.source_fp <> u.source_fp or r.source is %s)"
        .formatted(isPresent(), mayHaveMore(), isLoaded(), keepsOriginals ? "null" : "not null");
  }
}
