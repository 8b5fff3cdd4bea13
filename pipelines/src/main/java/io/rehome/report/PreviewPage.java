package io.rehome.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.rehome.pipelines.Preview;
import java.util.List;

/** What LOCAL_DIFF would touch, as people read it: one page of HTML that needs no network. */
public record PreviewPage(Preview preview) {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  /** The page's text. */
  public String html() {
    StringOutput out = new StringOutput();
    TEMPLATES.render("preview.jte", this, out);
    return out.toString();
  }

  /** The entities of which a field would change. */
  public List<Preview.Entity> changing() {
    return preview.entities().stream().filter(entity -> !entity.fields().isEmpty()).toList();
  }

  /** The entities of which records would be rejected. */
  public List<Preview.Entity> rejecting() {
    return preview.entities().stream().filter(entity -> !entity.rejections().isEmpty()).toList();
  }

  /** A value as a cell shows it. */
  public static String cell(String value) {
    return value == null ? "NULL" : value;
  }
}
