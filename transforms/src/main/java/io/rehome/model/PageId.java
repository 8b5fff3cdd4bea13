package io.rehome.model;

import java.io.Serializable;

/**
 * Names a page.
 *
 * @param range the range it was read from; 0 where it was gathered by key
 * @param reading drawn anew each time a range is read, so that pages of two readings never mix
 * @param number counts the pages of one reading from 0
 */
public record PageId(String entity, long range, long reading, int number) implements Serializable {}
