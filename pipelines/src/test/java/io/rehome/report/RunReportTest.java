package io.rehome.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Reason;
import io.rehome.model.Stage;
import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunReportTest {

  @Test
  void hasTheNamesThatScriptsKnow() {
    Ending ending =
        Endings.ending(
            Exit.NOT_ACCEPTED,
            List.of(Endings.book("members", 50_000, 49_997, 0, 2, 1)),
            List.of(Endings.group("members", Stage.MAP, Reason.NOT_LISTED, "status", 2, "4", "5")));

    String json = Json.text(RunReport.of(ending, List.of(new NextStep("rehome status", "why"))));

    assertThat(
        json,
        is(
            """
            {
              "run" : "normal-20260301-100000-ab12",
              "marketplace" : "pets-and-paws",
              "campaign" : 1,
              "mode" : "NORMAL",
              "runner" : "DirectRunner",
              "plan_version" : 3,
              "started" : "2026-03-01T10:00:00Z",
              "finished" : "2026-03-01T10:00:08.420Z",
              "exit" : 2,
              "balanced" : true,
              "entities" : [ {
                "entity" : "members",
                "read" : 50000,
                "loaded" : 49997,
                "unchanged" : 0,
                "rejected" : 2,
                "skipped" : 1,
                "merged" : 0,
                "gone" : 0,
                "pending" : 0,
                "seconds" : 2.0,
                "rejections" : [ {
                  "stage" : "MAP",
                  "reason" : "NOT_LISTED",
                  "column" : "status",
                  "count" : 2,
                  "sample" : [ "4", "5" ]
                } ],
                "rules" : [ {
                  "field" : "bio",
                  "rule" : "missing: ''",
                  "used" : 5210
                }, {
                  "field" : "status",
                  "rule" : "values: A -> active",
                  "used" : 51002
                } ]
              } ],
              "totals" : {
                "members" : {
                  "loaded" : 59310,
                  "rejected" : 440,
                  "skipped" : 0,
                  "merged" : 0,
                  "gone" : 0,
                  "pending" : 0
                }
              },
              "next" : [ "rehome status" ]
            }"""));
  }
}
