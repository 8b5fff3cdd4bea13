package io.rehome.io.jdbc;

import com.google.common.base.Splitter;
import io.rehome.io.DatabaseAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDBC URL that is safe to use and to print: of an engine that we know, without an account, and
 * with no option beyond those of {@link Engine#options}.
 *
 * @param text the URL as given
 */
public record JdbcUrl(String text) {
  private static final Pattern FORM =
      Pattern.compile("jdbc:[a-z]+:(?://([^/?#]*)(?:/([^?#]*))?|([^/?#]*))(?:\\?(.*))?");

  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127(\\.\\d+){3}|\\[::1\\])(:\\d*)?");

  public JdbcUrl {
    engine(text);
    Matcher form = form(text);
    if (text.contains("@")) {
      throw new IllegalArgumentException("a JDBC URL holds no account: use user and password");
    }
    refuseUnlisted(engine(text), options(form));
  }

  static JdbcUrl of(DatabaseAddress address) {
    return new JdbcUrl(address.jdbc());
  }

  static DatabaseAddress checked(DatabaseAddress address) {
    of(address);
    return address;
  }

  Engine engine() {
    return engine(text);
  }

  /** Host, port and database, for messages. */
  public String server() {
    Matcher form = form(text);
    return form.group(1) == null ? form.group(3) : form.group(1) + "/" + form.group(2);
  }

  Map<String, String> options() {
    return options(form(text));
  }

  /**
   * Whether others may read what travels: it goes to another machine, and no option insists on
   * encryption.
   */
  public boolean mayBeRead() {
    boolean isEncrypted = options().entrySet().stream().anyMatch(engine()::isEncrypted);
    return !isEncrypted && !hosts().allMatch(JdbcUrl::isThisMachine);
  }

  /** The option by which a connection is encrypted and its server verified. */
  public String verification() {
    return engine().encryption() + "=verify-full";
  }

  private Stream<String> hosts() {
    String hosts = form(text).group(1);
    return hosts == null ? Stream.of() : Splitter.on(',').splitToStream(hosts);
  }

  private static boolean isThisMachine(String host) {
    return THIS_MACHINE.matcher(host).matches();
  }

  private static Engine engine(String text) {
    return Arrays.stream(Engine.values())
        .filter(engine -> engine.accepts(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a JDBC URL begins with jdbc:mariadb:, jdbc:mysql: or jdbc:postgresql:"));
  }

  private static Matcher form(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a JDBC URL has the form jdbc:engine://host:port/database?option=value");
    }
    return form;
  }

  private static Map<String, String> options(Matcher form) {
    Map<String, String> options = new LinkedHashMap<>();
    String query = form.group(4) == null ? "" : form.group(4);
    for (String option : Splitter.on('&').omitEmptyStrings().split(query)) {
      List<String> parts = Splitter.on('=').limit(2).splitToList(option);
      options.put(parts.get(0), parts.size() == 2 ? parts.get(1) : "");
    }
    return options;
  }

  private static void refuseUnlisted(Engine engine, Map<String, String> options) {
    for (String name : options.keySet()) {
      if (!engine.options().contains(name)) {
        throw new IllegalArgumentException(
            "the JDBC URL's option %s is not allowed; allowed are %s"
                .formatted(name, new TreeSet<>(engine.options())));
      }
    }
  }
}
