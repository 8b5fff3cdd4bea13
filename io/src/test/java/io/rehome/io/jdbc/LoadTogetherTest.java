package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.FENCE;
import static io.rehome.io.jdbc.TargetFixture.document;
import static io.rehome.io.jdbc.TargetFixture.fresh;
import static io.rehome.io.jdbc.TargetFixture.message;
import static io.rehome.io.jdbc.TargetFixture.outcomes;
import static io.rehome.io.jdbc.TargetFixture.perhaps;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Landing;
import io.rehome.io.Loading.Batch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadTogetherTest {
  private static final String[] SHOPS_AND_OWNERS = {
    "create table owners (id int primary key, shop int not null)",
    "create table shops (id int primary key," + " owner int not null references owners deferrable)",
    "alter table owners add foreign key (shop) references shops deferrable initially immediate"
  };

  @Test
  void landsRowsThatReferenceEachOther() {
    var fixture = new TargetFixture(SHOPS_AND_OWNERS);
    var owners = fixture.shape("owners");
    var shops = fixture.shape("shops");
    var batches =
        List.of(
            new Batch(owners, List.of(fresh(owners, 1L, 10L), fresh(owners, 2L, 20L))),
            new Batch(shops, List.of(fresh(shops, 10L, 1L), fresh(shops, 20L, 2L))));

    List<List<Landing>> landings = together(fixture, batches);

    assertThat(outcomes(landings.get(0)), contains("WRITTEN", "WRITTEN"));
    assertThat(outcomes(landings.get(1)), contains("WRITTEN", "WRITTEN"));
    assertThat(fixture.rows("select * from owners order by 1"), contains("1 10", "2 20"));
  }

  @Test
  void leavesThemAloneTheSecondTime() {
    var fixture = new TargetFixture(SHOPS_AND_OWNERS);
    var owners = fixture.shape("owners");
    var shops = fixture.shape("shops");
    fixture.database.execute(
        "begin; set constraints all deferred; insert into owners values (1, 10);"
            + " insert into shops values (10, 1); commit");
    var batches =
        List.of(
            new Batch(owners, List.of(perhaps(owners, document(1L, 10L), 1L, 10L))),
            new Batch(shops, List.of(perhaps(shops, document(10L, 1L), 10L, 1L))));

    List<List<Landing>> landings = together(fixture, batches);

    assertThat(outcomes(landings.get(0)), contains("EQUAL"));
    assertThat(outcomes(landings.get(1)), contains("EQUAL"));
  }

  @Test
  void takesOutThoseWhoseParentIsNotAmongThemAndWhatDependsOnThese() {
    var fixture = new TargetFixture(SHOPS_AND_OWNERS);
    var owners = fixture.shape("owners");
    var shops = fixture.shape("shops");
    var batches =
        List.of(
            new Batch(owners, List.of(fresh(owners, 1L, 10L), fresh(owners, 2L, 20L))),
            new Batch(shops, List.of(fresh(shops, 10L, 99L), fresh(shops, 20L, 2L))));

    List<List<Landing>> landings = together(fixture, batches);

    assertThat(outcomes(landings.get(0)), contains("PARENT_MISSING", "WRITTEN"));
    assertThat(outcomes(landings.get(1)), contains("PARENT_MISSING", "WRITTEN"));
    assertThat(
        message(landings.get(1).get(0)), is("no row of \"public\".\"owners\" has the key 99"));
    assertThat(fixture.rows("select * from owners"), contains("2 20"));
    assertThat(fixture.rows("select * from shops"), contains("20 2"));
  }

  @Test
  void landsNoneWhereTheEndRefusesThemForAnotherReason() {
    var fixture =
        new TargetFixture("create table ranks (id int primary key, rank int unique deferrable)");
    var ranks = fixture.shape("ranks");
    var batch = new Batch(ranks, List.of(fresh(ranks, 1L, 1L), fresh(ranks, 2L, 1L)));

    List<List<Landing>> landings = together(fixture, List.of(batch));

    assertThat(outcomes(landings.get(0)), contains("DUPLICATE", "DUPLICATE"));
    assertThat(
        message(landings.get(0).get(0)), containsString("unique constraint \"ranks_rank_key\""));
    assertThat(fixture.rows("select * from ranks"), is(List.of()));
  }

  @Test
  void movesAUniqueValueFromOneRowToAnother() {
    var fixture =
        new TargetFixture(
            "create table users (id int primary key, email text unique deferrable)",
            "insert into users values (1, 'a'), (2, 'b')");
    var users = fixture.shape("users");
    var batch =
        new Batch(
            users,
            List.of(
                perhaps(users, document(1L, "a"), 1L, "b"),
                perhaps(users, document(2L, "b"), 2L, "a")));

    List<List<Landing>> landings = together(fixture, List.of(batch));

    assertThat(outcomes(landings.get(0)), contains("WRITTEN", "WRITTEN"));
    assertThat(fixture.rows("select * from users order by 1"), contains("1 b", "2 a"));
  }

  private static List<List<Landing>> together(TargetFixture fixture, List<Batch> batches) {
    try (var loading = fixture.target.open(FENCE)) {
      return loading.loadTogether(batches);
    }
  }
}
