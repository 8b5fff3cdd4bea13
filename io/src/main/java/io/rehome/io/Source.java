package io.rehome.io;

import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * The old platform's database, read and never written. A handle: it travels with the job and opens
 * connections only where it is used. All connections are READ ONLY and READ COMMITTED, with a
 * socket timeout. Every method throws {@link Outage} where the database cannot be reached.
 */
public interface Source extends Serializable {
  /** One that reads, and one for questions meanwhile. */
  int FEWEST_CONNECTIONS = 2;

  /** Four that read, and one for questions meanwhile. */
  int USUAL_CONNECTIONS = 5;

  /**
   * The same source, which holds at most so many connections of each JVM at once, questions
   * included; {@link #USUAL_CONNECTIONS} where nobody says.
   *
   * @throws IllegalArgumentException below {@link #FEWEST_CONNECTIONS}
   */
  Source within(int connections);

  /**
   * Describes what an entity reads.
   *
   * @param key the key's columns as the plan names them; empty = the primary key
   * @throws UnknownName where there is no such table or column, or the query or {@code where} is
   *     refused
   */
  SourceTable describe(
      String entity, SourceTable.From from, Optional<String> where, List<String> key)
      throws UnknownName;

  /**
   * Bounds that tile the whole key space into ranges of at most about {@code rows} rows: each the
   * inclusive high of one range and the exclusive low of the next, in the source's order. Empty for
   * a small table: one open range. Balanced where keys have holes.
   */
  List<List<String>> bounds(SourceTable table, RangeSize size);

  /**
   * Reads ranges as pages. A broken result set fails the bundle, and is never the end of data; the
   * transaction ends with each range. An empty range gives no page. {@code watch} is told of each
   * range and page by the thread that reads it.
   */
  PTransform<PCollection<KeyRange>, PCollection<Page>> read(
      SourceTable table, ReadLimits limits, ReadWatch watch);

  /**
   * Reads ranges as {@link #read(SourceTable, ReadLimits, ReadWatch)} does, and packs each page
   * before it leaves the reader: of rows that are only compared little is left to travel.
   */
  <T> PTransform<PCollection<KeyRange>, PCollection<T>> read(
      SourceTable table, ReadLimits limits, Packing<T> packing);

  /**
   * Reads ranges as {@link #read(SourceTable, ReadLimits, ReadWatch)} does, but here and now, one
   * after the other, and hands over each page.
   */
  void scan(SourceTable table, List<KeyRange> ranges, ReadLimits limits, Consumer<Page> each);

  /**
   * The records of these keys, in any order, by one query; those not found are left out.
   *
   * @throws IllegalArgumentException where the table is keyless
   */
  List<SourceRow> fetch(SourceTable table, List<SourceKey> keys);

  /**
   * What a column tells of a table's changes.
   *
   * @param table a table with a key; not a query
   */
  Changes changes(SourceTable table, String column);

  /** All rows of a (small) table, for a lookup, by column name in the table's order. */
  LookupRows lookup(String table) throws UnknownName;

  /**
   * The rows that a query of the plan answers, as comparable values.
   *
   * @throws IllegalStateException where the source refuses the query
   */
  List<List<String>> answer(String query);

  /** The names of all tables and views, for suggestions. */
  List<String> tables();

  /** Which database this is. */
  Identity identity();

  /** The outage of this source that a pipeline's failure goes back to, if it is one. */
  Optional<Outage> outage(Throwable failure);

  /** The refusal by this source that a pipeline's failure goes back to, if it is one. */
  Optional<Refusal> refusal(Throwable failure);

  /** How far a replica is behind, where the source is one and may say so. */
  Optional<Duration> lag();
}
