package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.plan.Levels.Group;
import io.rehome.plan.Levels.Link;
import io.rehome.plan.Levels.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LevelsTest {
  private static final Link LISTING_SELLER = ordered("listings", "seller_id", "users");
  private static final Link PHOTO_LISTING = ordered("photos", "listing_id", "listings");
  private static final Link MESSAGE_LISTING = ordered("messages", "listing_id", "listings");
  private static final Link MESSAGE_SENDER = ordered("messages", "sender_id", "users");

  @Test
  void putsParentsAboveTheirChildrenWhateverTheOrderOfTheFile() {
    Levels levels =
        Ordering.of(
            List.of("photos", "messages", "listings", "breeds", "users"),
            List.of(LISTING_SELLER, PHOTO_LISTING, MESSAGE_LISTING, MESSAGE_SENDER));

    assertThat(
        names(levels),
        contains(
            List.of(List.of("breeds"), List.of("users")),
            List.of(List.of("listings")),
            List.of(List.of("photos"), List.of("messages"))));
  }

  @Test
  void anEntityThatReferencesItselfIsAGroupWithThatLink() {
    Link parent = new Link("categories", "parent_id", "categories", Timing.LATE);

    Levels levels = Ordering.of(List.of("categories"), List.of(parent));

    Group group = levels.group("categories");
    assertThat(group, is(new Group(List.of("categories"), List.of(parent))));
    assertThat(group.isCycle(), is(true));
  }

  @Test
  void entitiesThatReferenceEachOtherShareAGroupBelowTheirCommonParent() {
    Link manager = new Link("shops", "manager_id", "staff", Timing.LATE);
    Link shop = ordered("staff", "shop_id", "shops");
    Link town = ordered("shops", "town_id", "towns");

    Levels levels = Ordering.of(List.of("staff", "shops", "towns"), List.of(manager, shop, town));

    assertThat(
        names(levels), contains(List.of(List.of("towns")), List.of(List.of("shops", "staff"))));
    assertThat(levels.group("staff").links(), contains(manager, shop));
  }

  @Test
  void childrenOfACycleStandBelowTheWholeCycle() {
    Link manager = new Link("shops", "manager_id", "staff", Timing.LATE);
    Link shop = new Link("staff", "shop_id", "shops", Timing.DEFERRED);
    Link payslip = ordered("payslips", "staff_id", "staff");

    Levels levels =
        Ordering.of(List.of("payslips", "shops", "staff"), List.of(payslip, manager, shop));

    assertThat(
        names(levels), contains(List.of(List.of("shops", "staff")), List.of(List.of("payslips"))));
    assertThat(levels.group("payslips").isCycle(), is(false));
  }

  @Test
  void aCycleIsImpossibleOnlyWhereNoLinkOfItCanWait() {
    Link there = ordered("a", "b_id", "b");
    Link back = ordered("b", "a_id", "a");
    Link backLate = new Link("b", "a_id", "a", Timing.LATE);

    assertThat(Ordering.impossible(List.of(there, back)), contains(there, back));
    assertThat(Ordering.impossible(List.of(there, backLate)), is(empty()));
    assertThat(
        Ordering.impossible(List.of(ordered("a", "self_id", "a"))),
        contains(ordered("a", "self_id", "a")));
  }

  private static Link ordered(String entity, String field, String parent) {
    return new Link(entity, field, parent, Timing.ORDERED);
  }

  private static List<List<List<String>>> names(Levels levels) {
    return levels.levels().stream()
        .map(level -> level.groups().stream().map(Group::entities).toList())
        .toList();
  }
}
