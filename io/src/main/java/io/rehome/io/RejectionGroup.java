package io.rehome.io;

import io.rehome.model.Reason;
import io.rehome.model.Stage;
import java.util.List;

/** Rejected records of one entity that share stage, reason and column, with the first keys. */
public record RejectionGroup(
    String entity, Stage stage, Reason reason, String column, long count, List<String> sample) {}
