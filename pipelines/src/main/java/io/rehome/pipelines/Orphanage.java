package io.rehome.pipelines;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Link;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import java.util.ArrayList;
import java.util.List;

/** Gathers what stands against one record because of its parents. */
final class Orphanage {
  private final List<Rejection> problems = new ArrayList<>();
  private final List<Link> waitsFor = new ArrayList<>();
  private final List<Link> standIns;

  /** Of a record in which values stand for these parents already. */
  Orphanage(List<Link> standIns) {
    this.standIns = new ArrayList<>(standIns);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** The parent that this field names is not there. */
  void add(String field, Reference parent, Reason reason) {
    String state = reason == Reason.PARENT_MISSING ? "is not known" : "is not loaded";
    String message = "the parent %s/%s %s".formatted(parent.entity(), parent.key(), state);
    problems.add(new Rejection(Stage.REFERENCE, reason, field, message));
    waitsFor.add(new Link(field, parent));
  }

  /** A value of the plan stands in this field for the parent, which is not there. */
  void standsIn(String field, Reference parent) {
    standIns.add(new Link(field, parent));
  }

  /** The parent's key does not fit into this field. */
  void add(String field, RejectedValue problem) {
    problems.add(problem.at(Stage.REFERENCE, field));
  }

  /** The record with this document. */
  Candidate mapped(Candidate.Mapped mapped, Document document) {
    return new Candidate.Mapped(mapped.row(), mapped.source(), document, List.copyOf(standIns));
  }

  /** The record, rejected for its first problem, waiting for all parents that are not there. */
  Candidate rejected(Candidate.Mapped mapped) {
    return new Candidate.Rejected(
        mapped.row(), mapped.source(), Rejection.joined(problems), List.copyOf(waitsFor));
  }
}
