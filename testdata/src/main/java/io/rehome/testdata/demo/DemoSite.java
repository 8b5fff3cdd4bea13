package io.rehome.testdata.demo;

import io.rehome.testdata.servers.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The demo's databases on running servers, and its plan: the marketplace, the empty platform and an
 * empty database for the migrator store, each with an account that may do no more than its part.
 */
public final class DemoSite {
  private static final String MARKETPLACE = "petsandpaws";
  private static final String READER = "rehome_reader";
  private static final String PLATFORM = "platform";
  private static final String LOADER = "rehome_loader";
  private static final String STORE = "migrator";
  private static final String KEEPER = "rehome_keeper";

  private final DemoServers servers;
  private final Path folder;
  private final DemoSecrets secrets;

  /** The site below this directory, which is {@code .rehome}, on the servers of that directory. */
  public DemoSite(Path home, DemoServers servers) {
    this.servers = servers;
    this.folder = home.toAbsolutePath().normalize().resolve("demo");
    this.secrets = new DemoSecrets(folder.resolve("secrets"));
  }

  /** How large the marketplace is; empty where there is none, or only part of one. */
  public Optional<Scale> scale() {
    try {
      return Files.exists(marker())
          ? Optional.of(new Scale(Long.parseLong(Files.readString(marker()))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the site anew; what was there, whole or in part, is dropped first. */
  public void fill(Scale scale) {
    drop();
    Database marketplace = fillMarketplace(scale);
    makePlatform();
    makeStore();
    try {
      Files.createDirectories(folder);
      Files.writeString(expectation(), new DemoMarketplace(scale).expected(marketplace).json());
      Files.writeString(marker(), String.valueOf(scale.records()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How all records must end; worked out when the marketplace was filled. */
  public ExpectedOutcome expected() {
    try {
      return ExpectedOutcome.parse(Files.readString(expectation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops the three databases, if they are there. */
  public void drop() {
    try {
      Files.deleteIfExists(marker());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    servers.mariaDb().dropDatabase(MARKETPLACE);
    servers.postgres().dropDatabase(PLATFORM);
    servers.postgres().dropDatabase(STORE);
    servers.mariaDb().dropRole(READER);
    servers.postgres().dropRole(LOADER);
    servers.postgres().dropRole(KEEPER);
  }

  /** Writes the plan with the ports of today and gives its file. */
  public Path plan() {
    return new DemoPlan(source(), target(), store()).write(folder, secrets);
  }

  /** The marketplace, to be read. */
  public Database source() {
    return servers.mariaDb().database(MARKETPLACE).as(READER, secrets.password(READER));
  }

  /** The platform, to be loaded. */
  public Database target() {
    return servers.postgres().database(PLATFORM).as(LOADER, secrets.password(LOADER));
  }

  /** The migrator store, to be made and kept. */
  public Database store() {
    return servers.postgres().database(STORE).as(KEEPER, secrets.password(KEEPER));
  }

  private Database fillMarketplace(Scale scale) {
    Database marketplace = servers.mariaDb().createDatabase(MARKETPLACE);
    new DemoMarketplace(scale).fill(marketplace);
    servers.mariaDb().createRole(READER, secrets.password(READER));
    marketplace.execute(
        "grant select on " + MARKETPLACE + ".* to " + READER,
        "grant replica monitor on *.* to " + READER);
    return marketplace;
  }

  // The loader may make tables: the fence, rehome_fence, is one.
  private void makePlatform() {
    Database platform = servers.postgres().createDatabase(PLATFORM);
    DemoPlatform.create(platform);
    servers.postgres().createRole(LOADER, secrets.password(LOADER));
    platform.execute(
        "grant create on schema public to " + LOADER,
        "grant select, insert, update, delete on all tables in schema public to " + LOADER,
        "grant select, usage, update on all sequences in schema public to " + LOADER);
  }

  private void makeStore() {
    servers.postgres().createRole(KEEPER, secrets.password(KEEPER));
    servers
        .postgres()
        .createDatabase(STORE)
        .execute("alter database " + STORE + " owner to " + KEEPER);
  }

  private Path expectation() {
    return folder.resolve("expected.json");
  }

  private Path marker() {
    return folder.resolve("rows");
  }
}
