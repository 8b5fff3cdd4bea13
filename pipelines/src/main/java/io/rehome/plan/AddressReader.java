package io.rehome.plan;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Keep;
import io.rehome.io.Secret;
import io.rehome.io.Source;
import io.rehome.io.jdbc.JdbcUrl;
import io.rehome.plan.StorePlan.Place;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where databases are. A message never holds what stands in place of a secret. */
final class AddressReader {
  private static final Secret NONE = new Secret("${env:NONE}");
  private static final DatabaseAddress NOWHERE = new DatabaseAddress("", new Account(""), NONE);

  private static final Pattern CONNECTIONS = Pattern.compile("[2-9]|[1-9]\\d{1,2}");

  private final Problems problems;
  private final Secrets secrets;

  AddressReader(Problems problems, Secrets secrets) {
    this.problems = problems;
    this.secrets = secrets;
  }

  SourcePlan source(Optional<Section> section) {
    return new SourcePlan(
        section.map(this::address).orElse(NOWHERE),
        section.map(this::connections).orElse(Source.USUAL_CONNECTIONS),
        section.map(this::zone).orElse(""));
  }

  TargetPlan target(Optional<Section> section) {
    section.filter(target -> target.has("http")).ifPresent(this::refuseHttp);
    DatabaseAddress address = section.map(this::address).orElse(NOWHERE);
    section.ifPresent(target -> wantPostgres(target, address));
    return new TargetPlan(address);
  }

  StorePlan store(Optional<Section> section) {
    return new StorePlan(
        section.map(this::place).orElse(new Place.Embedded()),
        section.map(this::keep).orElse(Keep.FULL));
  }

  private void refuseHttp(Section target) {
    target.problem("http", "an HTTP target is not yet supported", "");
  }

  private Place place(Section store) {
    if (!store.has("jdbc")) {
      for (String key : List.of("user", "password")) {
        if (store.has(key)) {
          store.problem(key, "an embedded store has no " + key, "add jdbc");
        }
      }
      return new Place.Embedded();
    }
    DatabaseAddress address = address(store);
    wantPostgres(store, address);
    return new Place.Database(address);
  }

  private Keep keep(Section store) {
    String keep = store.text("keep");
    if (keep.equals("fingerprints")) {
      return Keep.FINGERPRINTS;
    }
    if (!keep.isEmpty() && !keep.equals("full")) {
      problems.unknown(store.where("keep"), "word", keep, List.of("full", "fingerprints"));
    }
    return Keep.FULL;
  }

  private DatabaseAddress address(Section section) {
    return new DatabaseAddress(jdbc(section), account(section), secret(section, "password"));
  }

  private String jdbc(Section section) {
    String jdbc = section.text("jdbc");
    if (jdbc.isEmpty()) {
      return "";
    }
    try {
      return new JdbcUrl(jdbc).text();
    } catch (IllegalArgumentException e) {
      section.problem("jdbc", String.valueOf(e.getMessage()), "");
      return "";
    }
  }

  private void wantPostgres(Section section, DatabaseAddress address) {
    if (!address.jdbc().isEmpty() && !address.jdbc().startsWith("jdbc:postgresql:")) {
      section.problem("jdbc", "must be a PostgreSQL database", "jdbc:postgresql://host/database");
    }
  }

  private Account account(Section section) {
    if (!section.has("user")) {
      wantBesideUrl(section, "user");
    }
    String text = section.text("user");
    if (Secret.isReference(text)) {
      wantSecret(section, "user", text);
    }
    return new Account(text);
  }

  private Secret secret(Section section, String key) {
    if (!section.has(key)) {
      wantBesideUrl(section, key);
      return NONE;
    }
    String text = section.text(key);
    if (Secret.isReference(text)) {
      wantSecret(section, key, text);
      return new Secret(text);
    }
    if (!text.isEmpty()) {
      section.problem(key, "is not written into a plan", "${env:NAME} or ${file:/path}");
    }
    return NONE;
  }

  private void wantSecret(Section section, String key, String reference) {
    secrets.problem(reference).ifPresent(problem -> section.problem(key, problem, ""));
  }

  private void wantBesideUrl(Section section, String key) {
    if (section.has("jdbc") && section.isOptional(key)) {
      problems.add(section.where(), "the key \"" + key + "\" is missing");
    }
  }

  private int connections(Section source) {
    String number = source.text("connections");
    if (number.isEmpty()) {
      return Source.USUAL_CONNECTIONS;
    }
    if (!CONNECTIONS.matcher(number).matches()) {
      source.problem("connections", "is no whole number from 2 to 999", "one reads, one asks");
      return Source.USUAL_CONNECTIONS;
    }
    return Integer.parseInt(number);
  }

  private String zone(Section source) {
    String zone = source.text("zone");
    try {
      return zone.isEmpty() ? "" : ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      problems.unknown(source.where("zone"), "time zone", zone, ZoneId.getAvailableZoneIds());
      return "";
    }
  }
}
