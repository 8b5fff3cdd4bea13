package io.rehome.io;

import io.rehome.model.Bytes;
import io.rehome.model.KeyRange;
import java.io.Serializable;

/**
 * The fingerprints of a range's records that say enough: a row that comes with one of them, under
 * the same {@code where}, is unchanged. 16 bytes each, in no order.
 *
 * @param chosen of records for whose rows {@code where} held
 * @param excluded of records for whose rows it did not, and of which the target holds nothing
 * @param others how many records the range has besides: their rows enter, or leave, also if they
 *     come as they were
 */
public record RangePrints(KeyRange range, Bytes chosen, Bytes excluded, long others)
    implements Serializable {}
