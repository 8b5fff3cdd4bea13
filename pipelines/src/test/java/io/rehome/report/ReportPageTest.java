package io.rehome.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.rehome.model.Reason;
import io.rehome.model.Stage;
import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportPageTest {

  @Test
  void showsBooksRejectionsRulesAndNextCommands() {
    Ending ending = Endings.withRejections();
    String html = new ReportPage(ending, NextSteps.after(ending, "pets.yaml")).html();

    assertThat(html, containsString("577 records rejected, more than allowed"));
    assertThat(
        html, containsString("members: 60,000 read, 59,310 loaded, 250 skipped, 440 rejected"));
    assertThat(html, containsString("<code>NOT_LISTED</code>"));
    assertThat(html, containsString("values: A -&gt; active"));
    assertThat(html, containsString("rehome why members/17 --plan=pets.yaml"));
  }

  @Test
  void needsNoScriptAndNoNetwork() {
    String html = new ReportPage(Endings.withRejections(), List.of()).html();

    assertThat(html, containsString("default-src 'none'"));
    assertThat(html, not(containsString("<script")));
    assertThat(html, not(containsString("http://")));
    assertThat(html, not(containsString("https://")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><script>alert(1)</script>",
        "</style><svg onload=alert(1)>",
        "&lt;script&gt;",
        "${7*7}@template.style()",
        "<!--"
      })
  void escapesRecordContentEverywhere(String evil) {
    Ending ending =
        Endings.ending(
            Exit.NOT_ACCEPTED,
            List.of(Endings.book(evil, 1, 0, 0, 1, 0)),
            List.of(Endings.group(evil, Stage.CHECK, Reason.NOT_LISTED, evil, 1, evil)));

    String html = new ReportPage(ending, NextSteps.after(ending, evil)).html();

    assertThat(tags(html), not(containsString("script")));
    assertThat(tags(html), not(containsString("img")));
    assertThat(tags(html), not(containsString("alert")));
    assertThat(html, not(containsString("<!--")));
    assertThat(html, not(containsString("49@")));
  }

  /** All that a browser takes for tags, in one text. */
  private static String tags(String html) {
    StringBuilder tags = new StringBuilder();
    var tag = java.util.regex.Pattern.compile("<(?:\"[^\"]*\"|[^>\"])*>").matcher(html);
    while (tag.find()) {
      tags.append(tag.group().replaceAll("\"[^\"]*\"", "\"\""));
    }
    return tags.toString();
  }
}
