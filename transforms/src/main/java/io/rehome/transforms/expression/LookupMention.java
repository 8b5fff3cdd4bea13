package io.rehome.transforms.expression;

import java.util.Optional;

/**
 * A lookup that an expression uses, and the column that it takes from it: none where it only asks
 * whether there is a row.
 */
public record LookupMention(Mention lookup, Optional<Mention> column) {}
