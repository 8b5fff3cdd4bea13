package io.rehome.plan;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.rehome.io.LookupRows;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV lookup (RFC 4180, UTF-8, a header line), strictly: a row that is longer or shorter
 * than the header and a key that stands twice are problems, told with their line. An empty value
 * without quotes is NULL, as in PostgreSQL's COPY.
 */
public final class CsvLookup {
  private static final ObjectReader CSV =
      new CsvMapper()
          .readerFor(String[].class)
          .with(CsvParser.Feature.WRAP_AS_ARRAY)
          .with(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
          .with(CsvParser.Feature.SKIP_EMPTY_LINES);

  private final LookupPlan.Csv plan;
  private final Problems problems;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
  private final Map<String, Integer> keys = new HashMap<>();
  private List<String> header = List.of();

  private CsvLookup(LookupPlan.Csv plan, Problems problems) {
    this.plan = plan;
    this.problems = problems;
  }

  /**
   * The file's content.
   *
   * @throws PlanRefused where it has problems, with all of them
   */
  public static LookupRows read(LookupPlan.Csv plan) throws PlanRefused {
    Problems problems = new Problems();
    Where file = new Where(plan.file(), 1, 1, "");
    LookupRows rows = read(plan, file, problems);
    problems.refuse();
    return rows;
  }

  /** The file's content as far as it can be read; {@code where} the plan names the file. */
  static LookupRows read(LookupPlan.Csv plan, Where where, Problems problems) {
    CsvLookup lookup = new CsvLookup(plan, problems);
    try {
      lookup.read(Files.readString(Path.of(plan.file()), StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      problems.add(where, plan.file() + " is not UTF-8");
    } catch (IOException e) {
      problems.add(where, plan.file() + " cannot be read");
    }
    return new LookupRows(lookup.header, lookup.rows);
  }

  private void read(String text) throws IOException {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (MappingIterator<@Nullable String[]> lines = CSV.readValues(content)) {
      while (lines.hasNextValue()) {
        @Nullable String[] line = lines.nextValue();
        add(line, Math.max(1, lines.getCurrentLocation().getLineNr() - 1));
      }
    }
  }

  private void add(@Nullable String[] line, int number) {
    if (header.isEmpty()) {
      header = header(line);
    } else if (line.length != header.size()) {
      String what = "has " + line.length + " values, the header " + header.size();
      problems.add(at(number), "a row " + what);
    } else {
      add(row(line), number);
    }
  }

  private List<String> header(@Nullable String[] line) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : line) {
      String known = name == null ? "" : name.strip();
      names.add(known);
      if (known.isEmpty() || !seen.add(known)) {
        problems.add(at(1), "the header has no name, or one twice: \"" + known + "\"");
      }
    }
    if (!plan.key().isEmpty() && !seen.contains(plan.key())) {
      problems.unknown(at(1), "key column", plan.key(), seen);
    }
    return List.copyOf(names);
  }

  private Map<String, @Nullable Object> row(@Nullable String[] line) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < line.length; i++) {
      row.put(header.get(i), line[i]);
    }
    return row;
  }

  private void add(Map<String, @Nullable Object> row, int number) {
    rows.add(row);
    if (!header.contains(plan.key())) {
      return;
    }
    Object key = row.get(plan.key());
    if (key == null) {
      problems.add(at(number), "the row has no " + plan.key());
      return;
    }
    Integer earlier = keys.putIfAbsent((String) key, number);
    if (earlier != null) {
      problems.add(at(number), "the key \"" + key + "\" stands twice", "also in line " + earlier);
    }
  }

  private Where at(int line) {
    return new Where(plan.file(), line, 1, "");
  }
}
