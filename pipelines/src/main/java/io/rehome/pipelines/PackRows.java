package io.rehome.pipelines;

import io.rehome.io.Packing;
import io.rehome.model.Page;
import io.rehome.transforms.RowFingerprints;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Of each page the keys and fingerprints of its rows, under the group of the page's range. */
final class PackRows implements Packing<KV<Long, byte[]>> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final String entity;
  private final Groups groups;
  private transient @Nullable RowFingerprints fingerprints;

  PackRows(Workplace workplace, String entity, Groups groups) {
    this.workplace = workplace;
    this.entity = entity;
    this.groups = groups;
  }

  @Override
  public KV<Long, byte[]> packed(Page page) {
    if (fingerprints == null) {
      fingerprints = new RowFingerprints(workplace.rules().rules(entity));
    }
    return KV.of(groups.of(page.id().range()), RowPack.pack(page, fingerprints));
  }

  @Override
  public Coder<KV<Long, byte[]>> coder() {
    return KvCoder.of(VarLongCoder.of(), ByteArrayCoder.of());
  }
}
