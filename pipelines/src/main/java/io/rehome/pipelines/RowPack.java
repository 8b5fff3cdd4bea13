package io.rehome.pipelines;

import com.google.common.io.ByteArrayDataInput;
import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import io.rehome.model.Fingerprint;
import io.rehome.model.Page;
import io.rehome.model.SourceKey;
import io.rehome.transforms.RowFingerprints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page's rows as far as a comparison looks at them. Packed, they travel as one array: Beam's cost
 * is by element.
 *
 * @param reading tells the pages of one reading of a range from those of another
 * @param end whether another page of the reading follows
 */
record RowPack(long reading, int number, Follows end, List<RowState> rows) {

  /** What follows. */
  enum Follows {
    ANOTHER_PAGE,
    NOTHING
  }

  RowPack {
    rows = List.copyOf(rows);
  }

  /**
   * All rows of one reading whose pages all came, from the first to the one that nothing follows;
   * empty where there is no such reading: then nothing may be said of the range.
   */
  static Optional<List<RowState>> whole(List<RowPack> packs) {
    Map<Long, Map<Integer, RowPack>> readings = new TreeMap<>();
    packs.forEach(
        pack ->
            readings.computeIfAbsent(pack.reading, any -> new TreeMap<>()).put(pack.number, pack));
    return readings.values().stream()
        .map(pages -> List.copyOf(pages.values()))
        .filter(RowPack::isWhole)
        .findFirst()
        .map(pages -> pages.stream().flatMap(pack -> pack.rows.stream()).toList());
  }

  private static boolean isWhole(List<RowPack> pages) {
    RowPack last = pages.stream().max(Comparator.comparingInt(RowPack::number)).orElseThrow();
    return last.end == Follows.NOTHING && last.number == pages.size() - 1;
  }

  static byte[] pack(Page page, RowFingerprints fingerprints) {
    ByteArrayDataOutput out = ByteStreams.newDataOutput(32 * page.rows().size());
    out.writeLong(page.id().range());
    out.writeLong(page.id().reading());
    out.writeInt(page.id().number());
    out.writeBoolean(page.end() instanceof Page.End.Last);
    out.writeInt(page.rows().size());
    page.rows()
        .forEach(row -> write(new RowState(row.key(), fingerprints.of(row), row.chosen()), out));
    return out.toByteArray();
  }

  private static void write(RowState row, ByteArrayDataOutput out) {
    byte[] key = row.key().text().getBytes(StandardCharsets.UTF_8);
    out.writeInt(key.length);
    out.write(key);
    out.writeLong(row.source().high());
    out.writeLong(row.source().low());
    out.writeBoolean(row.chosen());
  }

  /** Of which range a pack is. */
  static long range(byte[] pack) {
    return ByteStreams.newDataInput(pack).readLong();
  }

  static RowPack unpack(byte[] pack) {
    ByteArrayDataInput in = ByteStreams.newDataInput(pack, Long.BYTES);
    long reading = in.readLong();
    int number = in.readInt();
    Follows end = in.readBoolean() ? Follows.NOTHING : Follows.ANOTHER_PAGE;
    List<RowState> rows = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      rows.add(read(in));
    }
    return new RowPack(reading, number, end, rows);
  }

  private static RowState read(ByteArrayDataInput in) {
    byte[] key = new byte[in.readInt()];
    in.readFully(key);
    Fingerprint source = new Fingerprint(in.readLong(), in.readLong());
    return new RowState(
        new SourceKey(new String(key, StandardCharsets.UTF_8)), source, in.readBoolean());
  }
}
