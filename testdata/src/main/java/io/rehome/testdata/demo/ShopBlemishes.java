package io.rehome.testdata.demo;

import static io.rehome.testdata.demo.Fate.badValue;
import static io.rehome.testdata.demo.Fate.isNull;
import static io.rehome.testdata.demo.Fate.loaded;
import static io.rehome.testdata.demo.Fate.noParent;
import static io.rehome.testdata.demo.Fate.notListed;
import static io.rehome.testdata.demo.Fate.parentNotLoaded;
import static io.rehome.testdata.demo.Fate.tooLong;
import static io.rehome.testdata.demo.Legacy.BREEDS;
import static io.rehome.testdata.demo.Legacy.CATEGORIES;
import static io.rehome.testdata.demo.Legacy.SHOPS;
import static io.rehome.testdata.demo.Legacy.STAFF;

import java.util.List;

/** What is wrong with shops and their staff, and with the short tables that are written out. */
final class ShopBlemishes {
  static final List<Blemish> ALL =
      List.of(
          at(SHOPS, 3, "long name", "name = repeat('Dog & Duck ', 6)", tooLong("name")),
          at(SHOPS, 5, "zero date", "opened = '0000-00-00'", badValue("opened_on")),
          at(SHOPS, 7, "manager who never was", "manager_id = 99999999", noParent("manager_id")),
          at(STAFF, 11, "zero date", "since = '0000-00-00'", badValue("since")),
          at(STAFF, 13, "member who never was", "member_id = 11 * i - 1", noParent("user_id")),
          at(STAFF, 15, "shop that never was", "shop_id = 88888888", noParent("store_id")),
          at(STAFF, 17, "enum outside its list", "role = 'owner'", notListed("role")),
          once(BREEDS, 63, "long key", tooLong("breed_id")),
          once(BREEDS, 64, "no name", isNull("name")),
          once(CATEGORIES, 51, "long name", tooLong("name")),
          once(CATEGORIES, 52, "its child", parentNotLoaded("parent_id")),
          once(CATEGORIES, 53, "its grandchild", parentNotLoaded("parent_id")),
          once(CATEGORIES, 54, "parent of its parent", loaded()),
          once(CATEGORIES, 55, "child of its child", loaded()),
          once(CATEGORIES, 56, "its own parent", loaded()),
          once(CATEGORIES, 57, "parent that never was", noParent("parent_id")),
          once(CATEGORIES, 58, "child of an orphan", parentNotLoaded("parent_id")),
          once(CATEGORIES, 59, "parent of its rejected parent", parentNotLoaded("parent_id")),
          once(CATEGORIES, 60, "long name in a circle", tooLong("name")));

  private ShopBlemishes() {}

  private static Blemish at(LegacyTable table, int first, String kind, String change, Fate fate) {
    return new Blemish(table, kind, first, Blemish.RARELY, change, fate);
  }

  private static Blemish once(LegacyTable table, int number, String kind, Fate fate) {
    return new Blemish(table, kind, number, Integer.MAX_VALUE, "", fate);
  }
}
