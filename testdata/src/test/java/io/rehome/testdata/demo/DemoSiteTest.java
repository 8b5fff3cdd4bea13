package io.rehome.testdata.demo;

import static io.rehome.testdata.servers.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.testdata.servers.TargetDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSiteTest {
  private static final Scale TINY = new Scale(1_000);

  @TempDir(factory = TargetDirectory.class)
  Path home;

  @Test
  void isMadeOnceKeptAndMadeAnew() throws IOException {
    try (DemoServers servers = DemoServers.use(home)) {
      DemoSite site = new DemoSite(home, servers);
      assertThat(site.scale(), is(Optional.empty()));
      site.fill(TINY);
      accountsMayDoTheirPartAndNoMore(site);
      planNamesPortsAndSecretFiles(site);
    }
    try (DemoServers servers = DemoServers.use(home)) {
      DemoSite site = new DemoSite(home, servers);
      assertThat(site.scale(), is(Optional.of(TINY)));
      assertThat(site.expected().entity("users").read(), is(80L));
      assertThat(answer(site.source(), "select count(*) from members"), is("80"));
      site.fill(new Scale(2_000));
      assertThat(answer(site.source(), "select count(*) from members"), is("160"));
    }
  }

  private static void accountsMayDoTheirPartAndNoMore(DemoSite site) {
    assertThat(answer(site.source(), "select count(*) from members"), is("80"));
    assertThrows(IllegalStateException.class, () -> site.source().execute("delete from members"));
    site.target().execute("create table rehome_fence (token bigint)", "delete from users");
    assertThrows(IllegalStateException.class, () -> site.target().execute("drop table users"));
    site.store().execute("create schema rehome");
  }

  private static void planNamesPortsAndSecretFiles(DemoSite site) throws IOException {
    Path file = site.plan();
    String plan = Files.readString(file);
    assertThat(plan, containsString("jdbc: " + site.source().jdbcUrl()));
    assertThat(plan, containsString("jdbc: " + site.target().jdbcUrl()));
    assertThat(plan, containsString("jdbc: " + site.store().jdbcUrl()));
    assertThat(plan, not(containsString("${env:")));
    assertThat(plan, not(containsString(site.target().password())));
    Path secret = file.resolveSibling("secrets").resolve("rehome_loader");
    assertThat(plan, containsString("password: ${file:" + secret + "}"));
    assertThat(
        PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)), is("rw-------"));
    assertThat(Files.exists(file.resolveSibling("countries.csv")), is(true));
  }
}
