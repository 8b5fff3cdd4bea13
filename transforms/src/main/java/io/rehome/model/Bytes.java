package io.rehome.model;

import java.io.Serializable;
import java.util.Arrays;

/** A binary value. Equal where its bytes are equal; the array is owned by this value. */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record Bytes(byte[] array) implements Serializable {

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return "Bytes[" + array.length + "]";
  }
}
