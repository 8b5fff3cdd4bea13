package io.rehome.testdata.demo;

import java.util.List;

/**
 * The tables of "Pets &amp; Paws", parents first. Keys have holes, as those of a site have that
 * deletes: where a formula leaves one, no row ever was.
 */
public final class Legacy {
  private static final String MEMBER = "(# + # div 10)";
  private static final String AD = "(3 * # + if(2 * # > ${ads}, 30 * ${ads}, 0))";
  private static final String PHOTO =
      "if(# % 1000 = 5, concat('photo-', #), insert(insert(insert(insert("
          + "md5(concat('paws photo ', #)), 21, 0, '-'), 17, 0, '-'), 13, 0, '-'), 9, 0, '-'))";
  private static final String MESSAGE =
      "if(# % 1000 = 9, 18446744073709551615 - #, 4000000000 + 2 * #)";
  private static final String FAVOURITE_MEMBER = MEMBER.replace("#", "(1 + # % ${members})");
  private static final String FAVOURITE_AD =
      "if(# % 1000 = 100, 3 * # + 1, "
          + AD.replace("#", "(1 + (31 * # + 17 * (# div ${members})) % ${ads})")
          + ")";

  public static final LegacyTable BREEDS =
      table(
          "breeds",
          "pet_breeds",
          64,
          0,
          new KeyColumn("breed_code", "(select breed_code from breeds where sort_order = #)"));
  public static final LegacyTable CATEGORIES =
      table("categories", "categories", 60, 0, new KeyColumn("category_id", "#"));
  public static final LegacyTable MEMBERS =
      table("members", "users", 0, 80, new KeyColumn("member_id", MEMBER));
  public static final LegacyTable ADS = table("ads", "listings", 0, 90, new KeyColumn("ad_id", AD));
  public static final LegacyTable PHOTOS =
      table("photos", "listing_photos", 0, 100, new KeyColumn("photo_id", PHOTO));
  public static final LegacyTable MESSAGES =
      table("messages", "messages", 0, 500, new KeyColumn("message_id", MESSAGE));
  public static final LegacyTable FAVOURITES =
      table(
          "favourites",
          "favourites",
          0,
          100,
          new KeyColumn("member_id", FAVOURITE_MEMBER),
          new KeyColumn("ad_id", FAVOURITE_AD));
  public static final LegacyTable PAYMENTS =
      table("payments", "payments", 0, 40, new KeyColumn("payment_id", "(7 * #)"));
  public static final LegacyTable SHOPS =
      table("shops", "stores", 0, 2, new KeyColumn("shop_id", "#"));
  public static final LegacyTable STAFF =
      table("shop_staff", "store_staff", 0, 8, new KeyColumn("staff_id", "(# + 100 + # div 5)"));
  public static final LegacyTable VIEWS = table("page_views", "page_views", 0, 80);
  public static final LegacyTable VOUCHERS = table("vouchers", "vouchers", 0, 0);

  public static final List<LegacyTable> TABLES =
      List.of(
          BREEDS,
          CATEGORIES,
          MEMBERS,
          ADS,
          PHOTOS,
          MESSAGES,
          FAVOURITES,
          PAYMENTS,
          SHOPS,
          STAFF,
          VIEWS,
          VOUCHERS);

  private Legacy() {}

  private static LegacyTable table(
      String name, String entity, int fixed, int thousandths, KeyColumn... key) {
    return new LegacyTable(name, entity, fixed, thousandths, List.of(key));
  }
}
