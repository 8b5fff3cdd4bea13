package io.rehome.pipelines;

import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Packs claims and their keys by hash bucket: Beam's cost is by element, so a page's claims travel
 * as a few arrays.
 */
final class ClaimPacks {
  private final int buckets;
  private final Map<Integer, ByteArrayOutputStream> packs = new TreeMap<>();

  ClaimPacks(int buckets) {
    this.buckets = buckets;
  }

  void add(Claim claim, SourceKey key) {
    int bucket = (int) Long.remainderUnsigned(claim.value().low(), buckets);
    ByteArrayOutputStream pack =
        packs.computeIfAbsent(bucket, any -> new ByteArrayOutputStream(1024));
    try (DataOutputStream out = new DataOutputStream(pack)) {
      byte[] text = key.text().getBytes(StandardCharsets.UTF_8);
      out.writeUTF(claim.field());
      out.writeLong(claim.value().high());
      out.writeLong(claim.value().low());
      out.writeInt(text.length);
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forEach(BiConsumer<Integer, byte[]> each) {
    packs.forEach((bucket, pack) -> each.accept(bucket, pack.toByteArray()));
  }

  /** Hands over each claim of a pack. */
  static void read(byte[] pack, BiConsumer<Claim, SourceKey> each) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(pack))) {
      while (in.available() > 0) {
        String field = in.readUTF().intern(); // few fields, many claims
        Claim claim = new Claim(field, new Fingerprint(in.readLong(), in.readLong()));
        byte[] text = in.readNBytes(in.readInt());
        each.accept(claim, new SourceKey(new String(text, StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
