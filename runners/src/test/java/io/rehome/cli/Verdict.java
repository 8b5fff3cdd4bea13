package io.rehome.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a journey at its end: by the judge, by what an undisturbed run leaves, by the
 * books, and by what the last run says of itself.
 *
 * @param isWritten whether somebody wrote to the source meanwhile
 */
record Verdict(Journey journey, Ground ground, boolean isWritten) {

  /** What the judge must find of records that are GONE: the plan leaves messages where they are. */
  private static final String GONE =
      "select concat(side, ' ', entity, ' ', source_key, ': must not be there') from rehome.records,"
          + " (values ('store'), ('target')) as sides (side) where outcome = 'GONE'"
          + " and (side = 'store' or entity = 'messages')";

  private static final String UNBALANCED =
      "select 'not balanced: ' || run || ' ' || entity from rehome.books where not balanced";

  private static final String LAST = "select run from rehome.runs order by started desc limit 1";

  /** What is wrong, where the last process ended with this code. */
  List<String> complaints(int exit) throws Exception {
    List<String> complaints = new ArrayList<>();
    if (ground.isAsFilled()) {
      complaints.addAll(findings().stream().limit(5).toList());
    }
    if (!isWritten) {
      complaints.addAll(unlikeUndisturbed());
    }
    complaints.addAll(Journey.rows(journey.store(), UNBALANCED));
    complaints.addAll(ofLastRun(Journey.rows(journey.store(), LAST).get(0), exit));
    return complaints;
  }

  /** What the judge finds, but for records that are gone from a source that was written. */
  private List<String> findings() throws SQLException {
    List<String> findings = new ArrayList<>();
    journey.findings().forEach(finding -> findings.add(finding.toString()));
    if (isWritten) {
      findings.removeAll(Journey.rows(journey.store(), GONE));
    }
    return findings;
  }

  private List<String> unlikeUndisturbed() throws SQLException {
    List<String> digests = Ground.digests(journey);
    digests.removeAll(ground.digests());
    return digests.stream().map(digest -> "unlike an undisturbed run: " + digest).toList();
  }

  /** The last report, the store's record of the run and the process must say the same. */
  private List<String> ofLastRun(String run, int exit) throws SQLException, IOException {
    List<String> complaints = new ArrayList<>();
    String state =
        Journey.rows(
                journey.store(),
                "select state || ' ' || exit from rehome.runs where run = '" + run + "'")
            .get(0);
    if (!state.equals("FINISHED " + exit)) {
      complaints.add("the store says " + state + " of a run that ended with " + exit);
    }
    Path file = journey.reports().resolve(run).resolve("report.json");
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    if (report.path("exit").asInt(-1) != exit || !report.path("balanced").asBoolean()) {
      complaints.add("the report says something else than exit code " + exit);
    }
    return complaints;
  }
}
