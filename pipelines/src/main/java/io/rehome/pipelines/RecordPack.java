package io.rehome.pipelines;

import com.google.common.io.ByteArrayDataInput;
import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import io.rehome.io.Remembered;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the store remembers of one key range; packed, it travels as one array. */
record RecordPack(String entity, List<Remembered> records) {
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  RecordPack {
    records = List.copyOf(records);
  }

  byte[] packed() {
    ByteArrayDataOutput out = ByteStreams.newDataOutput(32 * (records.size() + 1));
    out.writeUTF(entity);
    out.writeInt(records.size());
    records.forEach(record -> write(record, out));
    return out.toByteArray();
  }

  private static void write(Remembered record, ByteArrayDataOutput out) {
    byte[] key = record.key().text().getBytes(StandardCharsets.UTF_8);
    out.writeInt(key.length);
    out.write(key);
    out.writeLong(record.source().high());
    out.writeLong(record.source().low());
    out.writeBoolean(record.chosen());
    out.writeByte(OUTCOMES.indexOf(record.outcome()));
    out.writeBoolean(record.mayBeThere());
  }

  static RecordPack unpack(byte[] pack) {
    ByteArrayDataInput in = ByteStreams.newDataInput(pack);
    String entity = in.readUTF();
    List<Remembered> records = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      records.add(read(in));
    }
    return new RecordPack(entity, records);
  }

  private static Remembered read(ByteArrayDataInput in) {
    byte[] key = new byte[in.readInt()];
    in.readFully(key);
    return new Remembered(
        new SourceKey(new String(key, StandardCharsets.UTF_8)),
        new Fingerprint(in.readLong(), in.readLong()),
        in.readBoolean(),
        OUTCOMES.get(in.readByte()),
        in.readBoolean());
  }
}
