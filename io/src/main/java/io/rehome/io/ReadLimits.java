package io.rehome.io;

import java.io.Serializable;
import java.util.List;

/**
 * How pages are cut and how hard the source may be worked.
 *
 * @param columns names of the columns to read; empty = all
 * @param pageRows most rows of a page
 * @param pageBytes a page ends after the row that reaches it; a larger row is a page of its own
 * @param splitBytes a reading that took so many bytes ends with {@link
 *     io.rehome.model.Page.End.Split}
 * @param rowsPerSecond most rows a second over this JVM's readers; 0 = unlimited
 */
public record ReadLimits(
    List<String> columns, int pageRows, long pageBytes, long splitBytes, long rowsPerSecond)
    implements Serializable {}
