package io.rehome.io;

import java.util.Optional;

/**
 * What a second look at a difference found.
 *
 * @param now the difference as it is now; empty where there is none any more
 * @param agreement what the record is then
 */
public record SecondLook(Difference before, Optional<Difference> now, Agreement agreement) {}
