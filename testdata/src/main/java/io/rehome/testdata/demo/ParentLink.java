package io.rehome.testdata.demo;

import java.util.List;

/**
 * A column of "Pets &amp; Paws" without whose parent the plan rejects a record.
 *
 * @param field the target column that the rejection names
 */
record ParentLink(LegacyTable child, String column, String field, LegacyTable parent) {
  /**
   * Parents first; what is together is a circle, or has two parents in the order of the plan's
   * fields. Links that the plan can do without are not here: no record is rejected for them.
   */
  static final List<List<ParentLink>> GROUPS =
      List.of(
          List.of(new ParentLink(Legacy.CATEGORIES, "parent_id", "parent_id", Legacy.CATEGORIES)),
          List.of(new ParentLink(Legacy.ADS, "member_id", "seller_id", Legacy.MEMBERS)),
          List.of(new ParentLink(Legacy.PHOTOS, "ad_id", "listing_id", Legacy.ADS)),
          List.of(new ParentLink(Legacy.MESSAGES, "ad_id", "listing_id", Legacy.ADS)),
          List.of(
              new ParentLink(Legacy.FAVOURITES, "member_id", "user_id", Legacy.MEMBERS),
              new ParentLink(Legacy.FAVOURITES, "ad_id", "listing_id", Legacy.ADS)),
          List.of(new ParentLink(Legacy.PAYMENTS, "ad_id", "listing_id", Legacy.ADS)),
          List.of(
              new ParentLink(Legacy.STAFF, "member_id", "user_id", Legacy.MEMBERS),
              new ParentLink(Legacy.SHOPS, "manager_id", "manager_id", Legacy.STAFF),
              new ParentLink(Legacy.STAFF, "shop_id", "store_id", Legacy.SHOPS)));

  /** Whether a record that one link of the group rejects may be a parent in another. */
  static boolean isCircular(List<ParentLink> group) {
    return group.stream().anyMatch(link -> group.stream().anyMatch(link::isAbove));
  }

  private boolean isAbove(ParentLink other) {
    return child.equals(other.parent());
  }

  /** SQL that rejects the children without a parent, as far as they are not rejected yet. */
  String insertOrphans() {
    String key = parent.key().get(0).name();
    return """
    insert ignore into fates
    select '%s', %s, 'REJECTED', 'REFERENCE',
      if(p.%s is null, 'PARENT_MISSING', 'PARENT_NOT_LOADED'), '%s'
    from %s c
    left join %s p on p.%s = c.%s
    left join fates f on f.entity = '%s' and f.source_key = %s
    where c.%s is not null and (p.%s is null or f.entity is not null)
    """
        .formatted(
            child.entity(),
            child.keyTextOf("c"),
            key,
            field,
            child.name(),
            parent.name(),
            key,
            column,
            parent.entity(),
            parent.keyTextOf("p"),
            column,
            key);
  }
}
