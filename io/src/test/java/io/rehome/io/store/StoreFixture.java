package io.rehome.io.store;

import io.rehome.io.Account;
import io.rehome.io.Campaign;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Fence;
import io.rehome.io.Lease;
import io.rehome.io.Ledger;
import io.rehome.io.MarketplaceBusy;
import io.rehome.io.Register;
import io.rehome.io.RunTag;
import io.rehome.io.Secret;
import io.rehome.io.Store;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.Link;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.Rejection;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.model.Stage;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetType;
import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A store in a database of its own, with the marketplace "paws" whose users have a key and a name.
 */
final class StoreFixture implements AutoCloseable {
  static final String MARKETPLACE = "paws";
  static final SourceTable USERS = source("users");
  static final DocumentShape USER = shape();

  private static final AtomicLong READINGS = new AtomicLong();

  private static final Database DATABASE = TestServers.freshPostgres();
  private static final Store STORE = new PostgresStore(address(DATABASE));

  static {
    DATABASE.execute(STORE.schemaScript());
  }

  final Database database = DATABASE;
  final Store store = STORE;
  final Register register;
  private final List<Lease> leases = new ArrayList<>();
  private final List<Ledger> ledgers = new ArrayList<>();

  StoreFixture(String... entities) {
    store.upgrade();
    sql("select format('drop table rehome.%I', relname) from pg_class where relname ~ '^(record|claim|claim_page)_[0-9]+$'")
        .forEach(database::execute);
    database.execute(
        "truncate rehome.lease, rehome.plan_version, rehome.campaign, rehome.run, rehome.entity,"
            + " rehome.key_range, rehome.page, rehome.edge, rehome.contender, rehome.release,"
            + " rehome.attempt, rehome.correction,"
            + " rehome.lookup restart identity");
    register = store.register(MARKETPLACE);
    Map<String, String> tables = new LinkedHashMap<>();
    Arrays.stream(entities).forEach(entity -> tables.put(entity, entity));
    register.enrol(tables);
  }

  /** For the account that keeps the store, where the database comes with its administrator's. */
  static DatabaseAddress address(Database database) {
    Database keeper = Accounts.keeper(database);
    return new DatabaseAddress(
        keeper.jdbcUrl(), new Account(keeper.user()), secret(keeper.password()));
  }

  private static Secret secret(String value) {
    try {
      Path file = Files.createTempFile("secret", "");
      file.toFile().deleteOnExit();
      Files.writeString(file, value);
      return new Secret("${file:" + file + "}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceTable source(String entity) {
    SourceColumn id = new SourceColumn("id", SourceType.TEXT, "varchar(40)");
    SourceColumn name = new SourceColumn("name", SourceType.TEXT, "varchar(40)");
    return new SourceTable(
        entity, new SourceTable.From.Table(entity), "", List.of(id, name), List.of(id));
  }

  private static DocumentShape shape() {
    TargetColumn id = column("id");
    TargetColumn name = column("name");
    TargetTable table =
        new TargetTable("users", List.of(id, name), List.of("id"), List.of(), List.of());
    return new DocumentShape(table, List.of(id, name), List.of(id));
  }

  private static TargetColumn column(String name) {
    return new TargetColumn(
        name,
        TargetType.TEXT,
        "text",
        0,
        0,
        List.of(),
        TargetColumn.Nullability.NULLABLE,
        TargetColumn.Filling.NONE);
  }

  /** A run that holds the lease, closed with the fixture. */
  Running run(String name) {
    try {
      Lease lease = store.acquire(MARKETPLACE, name);
      leases.add(lease);
      return new Running(this, lease, tag(name, lease.fence()));
    } catch (MarketplaceBusy e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next run, after the earlier one's lease was given back. */
  Running runAfter(Running earlier, String name) {
    earlier.lease().close();
    return run(name);
  }

  RunTag tag(String run, Fence fence) {
    Campaign campaign = register.campaign(Register.Begin.CONTINUE);
    RunTag tag = new RunTag(MARKETPLACE, campaign.id(), run, 1, fence);
    register.start(tag, "NORMAL", "DirectRunner");
    return tag;
  }

  /** One run and what it writes with. */
  record Running(StoreFixture fixture, Lease lease, RunTag tag) {
    Ledger ledger() {
      Ledger ledger = fixture.store.ledger(tag);
      fixture.ledgers.add(ledger);
      return ledger;
    }

    List<KeyRange> ranges(String entity, String... bounds) {
      Campaign campaign = fixture.register.campaign(Register.Begin.CONTINUE);
      fixture.register.plan(campaign, entity, Arrays.stream(bounds).map(List::of).toList());
      return fixture.register.unfinished(campaign, entity).orElseThrow();
    }
  }

  static SourceRow row(String key, String name) {
    return new SourceRow(new SourceKey(key), List.of(key, name), true, 10);
  }

  static Fingerprint fingerprint(Object... content) {
    return new Fingerprint(Arrays.hashCode(content), 7);
  }

  static Document document(String key, String name) {
    return new Document(List.of(key, name));
  }

  static Candidate.Ready ready(String key, String name) {
    return new Candidate.Ready(
        row(key, name),
        fingerprint(key, name),
        document(key, name),
        fingerprint("document", key, name),
        new TargetKey(key));
  }

  static Candidate.Unchanged unchanged(String key, String name) {
    return new Candidate.Unchanged(row(key, name), fingerprint(key, name));
  }

  static Candidate.Skipped skipped(String key, String rule) {
    return new Candidate.Skipped(row(key, "-"), fingerprint(key, "-"), rule);
  }

  static Candidate.Rejected rejected(String key, Reason reason, Reference... waitsFor) {
    return new Candidate.Rejected(
        row(key, "-"),
        fingerprint(key, "-"),
        new Rejection(Stage.CHECK, reason, "name", "said to " + key),
        links(waitsFor));
  }

  static Candidate.Deferred deferred(String key, List<Fingerprint> claims, Reference... parents) {
    return new Candidate.Deferred(
        row(key, "-"),
        fingerprint(key, "-"),
        document(key, "-"),
        new TargetKey(key),
        claims,
        links(parents));
  }

  private static List<Link> links(Reference... parents) {
    return Arrays.stream(parents).map(parent -> new Link("parent_id", parent)).toList();
  }

  static Reference reference(String entity, String key) {
    return new Reference(entity, new SourceKey(key));
  }

  static long reading() {
    return READINGS.incrementAndGet();
  }

  static Passage lastPage(KeyRange range, Candidate... candidates) {
    return page(range, reading(), 0, new Page.End.Last(), candidates);
  }

  static Passage page(
      KeyRange range, long reading, int number, Page.End end, Candidate... candidates) {
    return passage(new PageId(range.entity(), range.id(), reading, number), end, candidates);
  }

  static Passage byKey(String entity, Candidate... candidates) {
    return passage(
        new PageId(entity, PageId.BY_KEY, reading(), 0), new Page.End.Last(), candidates);
  }

  static Passage settling(String entity, Candidate... candidates) {
    return passage(
        new PageId(entity, PageId.SETTLING, reading(), 0), new Page.End.Last(), candidates);
  }

  static Passage passage(PageId id, Page.End end, Candidate... candidates) {
    List<Candidate> all = List.of(candidates);
    long keySum = all.stream().mapToLong(one -> one.row().key().hash64()).sum();
    return new Passage(id, end, all.size(), keySum, all, List.of());
  }

  static Map<SourceKey, Rejection> refused(String key, Reason reason) {
    return Map.of(new SourceKey(key), new Rejection(Stage.LOAD, reason, "id", "refused"));
  }

  /** The first column of each row, as text. */
  List<String> sql(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each record as {@code key outcome}, in key order. */
  List<String> outcomes(String entity) {
    return sql(
        "select source_key || ' ' || outcome from rehome.records where entity = '%s' order by 1"
            .formatted(entity));
  }

  @Override
  public void close() {
    ledgers.forEach(Ledger::close);
    leases.forEach(Lease::close);
  }
}
