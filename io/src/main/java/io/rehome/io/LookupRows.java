package io.rehome.io;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lookup table's content: its columns, and each row's values by column. */
public record LookupRows(List<String> columns, List<Map<String, @Nullable Object>> rows) {}
