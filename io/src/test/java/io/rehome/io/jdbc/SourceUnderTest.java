package io.rehome.io.jdbc;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.ReadLimits;
import io.rehome.io.ReadWatch;
import io.rehome.io.Secret;
import io.rehome.io.Source;
import io.rehome.io.SourceProvider;
import io.rehome.io.UnknownName;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;

/**
 * A source over a real database, for the account that only reads, found as the product finds it,
 * and read through a pipeline.
 */
record SourceUnderTest(Database database, Source source) {
  static SourceUnderTest over(Database database) {
    Database reader = Accounts.reader(database);
    DatabaseAddress address =
        new DatabaseAddress(
            reader.jdbcUrl(), new Account(reader.user()), secret(reader.password()));
    Source source =
        ServiceLoader.load(SourceProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.accepts(database.jdbcUrl()))
            .findFirst()
            .orElseThrow()
            .open(address);
    return new SourceUnderTest(database, source);
  }

  private static Secret secret(String text) {
    try {
      Path file = Files.createTempFile("secret", ".txt");
      file.toFile().deleteOnExit();
      return new Secret("${file:" + Files.writeString(file, text) + "}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, with one reader. */
  SourceUnderTest oneByOne() {
    return new SourceUnderTest(database, source.within(Source.FEWEST_CONNECTIONS));
  }

  SourceTable table(String name, String... key) throws UnknownName {
    return source.describe(
        name, new SourceTable.From.Table(name), Optional.empty(), Arrays.asList(key));
  }

  /** All rows of a table, in the order in which they came. */
  List<SourceRow> rows(SourceTable table) {
    return rows(pages(table, limits(1000), range(List.of(), List.of())));
  }

  static List<SourceRow> rows(List<Page> pages) {
    return pages.stream().flatMap(page -> page.rows().stream()).toList();
  }

  static List<String> keys(List<Page> pages) {
    return rows(pages).stream().map(SourceRow::key).map(SourceKey::text).toList();
  }

  static KeyRange range(List<String> low, List<String> high) {
    return new KeyRange("entity", 7, low, high);
  }

  /** The ranges that bounds make, numbered from 1. */
  static List<KeyRange> ranges(List<List<String>> bounds) {
    List<KeyRange> ranges = new ArrayList<>();
    List<String> low = List.of();
    for (List<String> high : bounds) {
      ranges.add(new KeyRange("entity", ranges.size() + 1, low, high));
      low = high;
    }
    ranges.add(new KeyRange("entity", ranges.size() + 1, low, List.of()));
    return ranges;
  }

  static ReadLimits limits(int pageRows) {
    return new ReadLimits(List.of(), pageRows, Long.MAX_VALUE, Long.MAX_VALUE, 0);
  }

  List<Page> pages(SourceTable table, ReadLimits limits, KeyRange... ranges) {
    return pages(table, limits, ReadWatch.none(), ranges);
  }

  /** The pages of these ranges, by range and number. */
  List<Page> pages(SourceTable table, ReadLimits limits, ReadWatch watch, KeyRange... ranges) {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    String run = UUID.randomUUID().toString();
    pipeline
        .apply(Create.of(Arrays.asList(ranges)).withCoder(SerializableCoder.of(KeyRange.class)))
        .apply("Read", source.read(table, limits, watch))
        .apply("Keep", ParDo.of(new Keep(run)));
    pipeline.run().waitUntilFinish();
    return Keep.KEPT.getOrDefault(run, new ConcurrentLinkedQueue<>()).stream()
        .sorted(
            Comparator.comparing((Page page) -> page.id().range())
                .thenComparing(page -> page.id().number()))
        .toList();
  }

  /** Keeps pages in this JVM. */
  private static final class Keep extends DoFn<Page, Void> {
    static final Map<String, Queue<Page>> KEPT = new ConcurrentHashMap<>();
    private final String run;

    Keep(String run) {
      this.run = run;
    }

    @ProcessElement
    public void keep(@Element Page page) {
      KEPT.computeIfAbsent(run, it -> new ConcurrentLinkedQueue<>()).add(page);
    }
  }
}
