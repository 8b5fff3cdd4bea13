package io.rehome.pipelines;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;

/** Lets the packed keys of two sides meet, bucket by bucket. */
final class MeetKeys extends PTransform<PCollection<KV<Integer, byte[]>>, PDone> {
  private static final long serialVersionUID = 1;
  static final KvCoder<Integer, byte[]> CODER = KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());

  private static final TupleTag<byte[]> LEFT = new TupleTag<>("left");
  private static final TupleTag<byte[]> RIGHT = new TupleTag<>("right");

  private final transient PCollection<KV<Integer, byte[]>> right;
  private final Meeting meeting;

  /** Lets the keys that this is applied to meet those on the right. */
  MeetKeys(PCollection<KV<Integer, byte[]>> right, Meeting meeting) {
    this.right = right;
    this.meeting = meeting;
  }

  @Override
  public PDone expand(PCollection<KV<Integer, byte[]>> left) {
    KeyedPCollectionTuple.of(LEFT, left)
        .and(RIGHT, right)
        .apply("Group keys by hash", CoGroupByKey.create())
        .apply("Compare keys", ParDo.of(new MeetBucket(meeting)));
    return PDone.in(left.getPipeline());
  }

  private static final class MeetBucket extends DoFn<KV<Integer, CoGbkResult>, Void> {
    private static final long serialVersionUID = 1;
    private final Meeting meeting;

    MeetBucket(Meeting meeting) {
      this.meeting = meeting;
    }

    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> bucket) {
      meeting.meet(bucket.getKey(), keys(bucket.getValue(), LEFT), keys(bucket.getValue(), RIGHT));
    }

    /** A key that came twice counts once. */
    private static Map<String, String> keys(CoGbkResult result, TupleTag<byte[]> side) {
      Map<String, String> keys = new HashMap<>();
      result.getAll(side).forEach(pack -> KeyPacks.read(pack, keys::put));
      return keys;
    }
  }
}
