package io.rehome.io;

import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.RuleUse;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What can be read of a marketplace in the store. Read only; needs no lease. */
public interface Accounts {

  /** The marketplace's campaign that is open, if one was ever begun. */
  Optional<Campaign> campaign();

  /** Its runs, the latest first. */
  List<RunEntry> runs(int limit);

  /** The number of the plan's version with these rules; empty where no run had them yet. */
  Optional<Integer> planVersion(Fingerprint rules);

  /** The books of a run, by entity in the order of enrolment. */
  List<Book> books(String run);

  /** The campaign's records by entity and outcome. */
  Map<String, Map<Outcome, Long>> totals();

  /** The records that this run rejected, grouped, each group with up to so many keys. */
  List<RejectionGroup> rejections(String run, int sample);

  /** All records that are rejected now, grouped. */
  List<RejectionGroup> openRejections(int sample);

  /** The kinds of these rejected records, the many first, each with up to so many keys. */
  List<Remedy> remedies(Failing failing, int sample);

  /** Hands over these rejected records, by entity and key, so many at most. */
  void failing(Failing failing, long limit, Consumer<RejectedRecord> each);

  /** Hands over each record that this run rejected, by entity and key. */
  void rejected(String run, Consumer<RejectedRecord> each);

  /** How often each rule was used in this run, by entity. */
  Map<String, List<RuleUse>> rules(String run);

  /** How far the campaign's ranges are, by entity. */
  List<RangeTally> progress(Campaign campaign);

  /**
   * How many corrections were made or undone that no attempt of their record knows yet, by the
   * outcome of the record.
   */
  Map<Outcome, Long> waitingCorrections();

  /** All that is known of one record; empty where the store never saw it. */
  Optional<Story> story(String entity, SourceKey key);

  /** Hands over the source key and target key of each record that is present, in key order. */
  void ids(String entity, BiConsumer<String, String> each);
}
