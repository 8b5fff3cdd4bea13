package io.rehome.pipelines;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names runs so that they sort by time, never meet, and can be a folder's name. */
final class RunName {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunName() {}

  static String of(String marketplace, Mode mode, Instant started) {
    return "%s-%s-%s-%04x"
        .formatted(
            marketplace.replaceAll("[^A-Za-z0-9_-]", "-"),
            TIME.format(started),
            mode.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            RANDOM.nextInt(1 << 16));
  }
}
