package io.rehome.pipelines;

import io.rehome.pipelines.KeyPacks.Buckets;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Reads one side of a meeting in one go and packs it. */
final class PackKeys extends DoFn<Integer, KV<Integer, byte[]>> {
  private static final long serialVersionUID = 1;
  private final KeySide side;
  private final Buckets buckets;

  private PackKeys(KeySide side, Buckets buckets) {
    this.side = side;
    this.buckets = buckets;
  }

  static PCollection<KV<Integer, byte[]>> of(
      Pipeline pipeline, String what, KeySide side, Buckets buckets) {
    return PBegin.in(pipeline)
        .apply("All " + what, Create.of(0).withCoder(VarIntCoder.of()))
        .apply("Pack " + what, ParDo.of(new PackKeys(side, buckets)))
        .setCoder(MeetKeys.CODER);
  }

  @ProcessElement
  public void process(OutputReceiver<KV<Integer, byte[]>> out) {
    KeyPacks packs = new KeyPacks(buckets, (bucket, pack) -> out.output(KV.of(bucket, pack)));
    side.read(packs::add);
    packs.finish();
  }
}
