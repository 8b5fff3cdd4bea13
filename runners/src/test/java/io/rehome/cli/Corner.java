package io.rehome.cli;

import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A marketplace of five members, small enough to know each record. Members 2 and 4 have an e-mail
 * address that the platform does not take, member 3 a state that the plan does not list. Member 1
 * likes the ad of 2; member 2 likes the ad of 3, and so waits for both.
 */
record Corner(Path folder, Database source, Database target, Database store) {
  private static final String LONG = "a.very.long.address@example.org";

  static Corner open(Path folder) throws IOException {
    Corner corner =
        new Corner(
            folder,
            TestServers.freshMariaDb(),
            TestServers.freshPostgres(),
            TestServers.freshPostgres());
    corner.fill();
    corner.writePlan("{ A: active, X: closed }");
    DbaScript.initStore(corner.plan(), corner.target(), corner.store());
    return corner;
  }

  private void fill() {
    source.execute(
        "create table members (id int primary key, email varchar(80), state char(1), born date)",
        "insert into members values (1, 'ann@a.org', 'A', '1990-02-03'), (2, 'b.%1$s', 'A', null),"
                .formatted(LONG)
            + " (3, 'cy@a.org', 'Q', null), (4, 'd.%1$s', 'A', null), (5, 'eve@a.org', 'X', null)"
                .formatted(LONG),
        "create table ads (id int primary key, member_id int, title varchar(40))",
        "insert into ads values (10, 1, 'cat'), (20, 2, 'dog'), (21, 2, 'pup'), (30, 3, 'hen'),"
            + " (40, 4, 'cow')",
        "create table photos (id int primary key, ad_id int, path varchar(40))",
        "insert into photos values (100, 10, 'cat.jpg'), (200, 20, 'dog.jpg'),"
            + " (210, 21, 'pup.jpg'), (300, 30, 'hen.jpg')",
        "create table likes (member_id int, ad_id int, primary key (member_id, ad_id))",
        "insert into likes values (1, 10), (1, 20), (2, 30)");
    target.execute(
        "create table users (id int primary key, email varchar(20) not null, status varchar(10)"
            + " not null, born date)",
        "create table listings (id int primary key, seller_id int not null references users,"
            + " title varchar(40))",
        "create table pictures (id int primary key, listing_id int not null references listings,"
            + " path varchar(40))",
        "create table favourites (user_id int references users, listing_id int references"
            + " listings, primary key (user_id, listing_id))");
  }

  /** The plan, with this list of states. */
  void writePlan(String states) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "");
    String database = "{ jdbc: '%s', user: %s, password: '${file:" + password + "}' }%n";
    Files.writeString(
        plan(),
        "marketplace: corner\nsource: "
            + database.formatted(source.jdbcUrl(), Accounts.reader(source).user())
            + "target: "
            + database.formatted(target.jdbcUrl(), Accounts.loader(target).user())
            + "store: "
            + database.formatted(store.jdbcUrl(), Accounts.keeper(store).user())
            + ENTITIES.formatted(states));
  }

  private static final String ENTITIES =
      """
      entities:
        users:
          from: members
          to: users
          id: keep
          fields:
            email:  lower(email)
            status: { from: state, values: %s }
            born:   born
        listings:
          from: ads
          to: listings
          id: keep
          fields: { seller_id: { ref: users, from: member_id }, title: title }
        pictures:
          from: photos
          to: pictures
          id: keep
          fields: { listing_id: { ref: listings, from: ad_id }, path: path }
        favourites:
          from: likes
          to: favourites
          id: [user_id, listing_id]
          fields:
            user_id:    { ref: users, from: member_id }
            listing_id: { ref: listings, from: ad_id }
      """;

  Path plan() {
    return folder.resolve("plan.yaml");
  }

  /** What the command line answers, asked with this plan. */
  Answer ask(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--plan=" + plan());
    return Answer.to(line.toArray(String[]::new));
  }

  Answer migrate(String... flags) {
    List<String> line =
        new ArrayList<>(List.of("migrate", "--reports=" + folder.resolve("reports")));
    line.addAll(List.of(flags));
    return ask(line.toArray(String[]::new));
  }
}
