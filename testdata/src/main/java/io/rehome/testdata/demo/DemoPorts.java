package io.rehome.testdata.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The ports of the demo's servers as {@code servers.properties} keeps them; 0 where none is known.
 * They are kept so that an SQL client finds its database again after a restart.
 */
record DemoPorts(int mariaDb, int postgres) {
  private static final String MARIADB = "mariadb.port";
  private static final String POSTGRES = "postgres.port";

  static DemoPorts read(Path file) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new DemoPorts(port(properties, MARIADB), port(properties, POSTGRES));
  }

  void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty(MARIADB, String.valueOf(mariaDb));
    properties.setProperty(POSTGRES, String.valueOf(postgres));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(Properties properties, String name) {
    return Integer.parseInt(properties.getProperty(name, "0"));
  }
}
