package io.rehome.pipelines;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.Reference;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import io.rehome.model.TargetColumn.Nullability;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetType;
import io.rehome.transforms.Corrections;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.IdRule;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.ReferenceRule.Missing;
import io.rehome.transforms.UniqueRule;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ads of a marketplace: each has a slug, a seller, perhaps a sponsor (0 where he is missing), and
 * perhaps another ad that it follows.
 */
final class Ads {
  static final SourceTable SOURCE =
      new SourceTable(
          "ads",
          new SourceTable.From.Table("ad"),
          "",
          List.of(
              source("ad_id", SourceType.INTEGER),
              source("slug", SourceType.TEXT),
              source("member_id", SourceType.INTEGER),
              source("sponsor_id", SourceType.INTEGER),
              source("follows_id", SourceType.INTEGER)),
          List.of(source("ad_id", SourceType.INTEGER)));

  static final DocumentShape SHAPE = shape();

  static final ReferenceRule SELLER =
      new ReferenceRule("seller_id", "members", new Missing.Reject());
  static final ReferenceRule SPONSOR =
      new ReferenceRule("sponsor_id", "members", new Missing.Instead(0L));
  static final ReferenceRule FOLLOWS = new ReferenceRule("follows_id", "ads", new Missing.Reject());

  private Ads() {}

  private static DocumentShape shape() {
    List<TargetColumn> columns =
        List.of(
            target("id", TargetType.INTEGER),
            target("slug", TargetType.TEXT),
            target("seller_id", TargetType.INTEGER),
            target("sponsor_id", TargetType.INTEGER),
            target("follows_id", TargetType.INTEGER));
    return new DocumentShape(
        new TargetTable("ads", columns, List.of("id"), List.of(List.of("slug")), List.of()),
        columns,
        columns.subList(0, 1));
  }

  private static SourceColumn source(String name, SourceType type) {
    return new SourceColumn(name, type, type.name());
  }

  private static TargetColumn target(String name, TargetType type) {
    return new TargetColumn(
        name,
        type,
        type.name(),
        type == TargetType.INTEGER ? 8 : 0,
        0,
        List.of(),
        Nullability.NULLABLE,
        Filling.NONE);
  }

  static EntityRules rules(UniqueRule... uniques) {
    return new EntityRules(
        SOURCE,
        SHAPE,
        new IdRule.Keep(List.of("id")),
        List.of(
            new FieldRule("slug", "slug", Set.of("slug"), source -> source.value("slug")),
            parent("seller_id", "members", "member_id"),
            parent("sponsor_id", "members", "sponsor_id"),
            parent("follows_id", "ads", "follows_id")),
        List.of(),
        List.of(),
        List.of(SELLER, SPONSOR, FOLLOWS),
        List.of(uniques),
        ZoneOffset.UTC,
        Set.of("slug", "member_id", "sponsor_id", "follows_id"),
        Corrections.none());
  }

  private static FieldRule parent(String field, String entity, String column) {
    return new FieldRule(
        field,
        "ref",
        Set.of(column),
        source -> {
          Object key = source.value(column);
          return key == null ? null : new Reference(entity, new SourceKey(key.toString()));
        });
  }

  /** A source row of 100 bytes. */
  static SourceRow row(
      long id,
      @Nullable String slug,
      @Nullable Long seller,
      @Nullable Long sponsor,
      @Nullable Long follows) {
    return new SourceRow(
        new SourceKey(Long.toString(id)),
        Arrays.asList(id, slug, seller, sponsor, follows),
        true,
        100);
  }

  /** An ad as mapped: its parents are references yet. */
  static Candidate.Mapped mapped(
      long id,
      @Nullable String slug,
      @Nullable Long seller,
      @Nullable Long sponsor,
      @Nullable Long follows) {
    return new Candidate.Mapped(
        row(id, slug, seller, sponsor, follows),
        source(id),
        document(
            id,
            slug,
            parent("members", seller),
            parent("members", sponsor),
            parent("ads", follows)));
  }

  static Fingerprint source(long id) {
    return new Fingerprint(1, id);
  }

  static Document document(@Nullable Object... values) {
    return new Document(Arrays.asList(values));
  }

  static @Nullable Reference parent(String entity, @Nullable Long key) {
    return key == null ? null : new Reference(entity, new SourceKey(key.toString()));
  }

  static Passage passage(Candidate... candidates) {
    return new Passage(
        new PageId("ads", 3, 99, 0),
        new Page.End.Last(),
        candidates.length,
        0,
        List.of(candidates),
        List.of());
  }
}
