package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import io.rehome.pipelines.KeyDigest.Suspects;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Packs keys, each with a note, by hash bucket: Beam's cost is by element, so that many keys travel
 * as one array. A pack is handed over when it is full, so that a whole table never waits here.
 */
final class KeyPacks {
  private static final int FULL = 32 << 10;

  private final Buckets buckets;
  private final BiConsumer<Integer, byte[]> out;
  private final Map<Integer, ByteArrayOutputStream> packs = new HashMap<>();

  KeyPacks(Buckets buckets, BiConsumer<Integer, byte[]> out) {
    this.buckets = buckets;
    this.out = out;
  }

  /** Which keys are looked at in one pass, and how they are divided. */
  record Buckets(Share share, int count, Suspects suspects) implements java.io.Serializable {
    boolean holds(long hash) {
      return suspects.holds(hash)
          && Long.remainderUnsigned(hash >>> Integer.SIZE, share.of()) == share.index();
    }

    /** The bucket's number among those of all passes. */
    int of(long hash) {
      return share.index() * count + (int) ((hash & 0xffffffffL) % count);
    }
  }

  void add(String key, String note) {
    long hash = new SourceKey(key).hash64();
    if (buckets.holds(hash)) {
      add(buckets.of(hash), key, note);
    }
  }

  private void add(int bucket, String key, String note) {
    ByteArrayOutputStream pack =
        packs.computeIfAbsent(bucket, any -> new ByteArrayOutputStream(1024));
    try (DataOutputStream data = new DataOutputStream(pack)) {
      write(data, key);
      write(data, note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (pack.size() >= FULL) {
      out.accept(bucket, pack.toByteArray());
      pack.reset();
    }
  }

  private static void write(DataOutputStream data, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    data.writeInt(bytes.length);
    data.write(bytes);
  }

  /** Hands over what is left. */
  void finish() {
    packs.forEach(
        (bucket, pack) -> {
          if (pack.size() > 0) {
            out.accept(bucket, pack.toByteArray());
          }
        });
    packs.clear();
  }

  /** Hands over each key of a pack with its note. */
  static void read(byte[] pack, BiConsumer<String, String> each) {
    try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(pack))) {
      while (data.available() > 0) {
        each.accept(text(data), text(data));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(DataInputStream data) throws IOException {
    return new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
  }
}
