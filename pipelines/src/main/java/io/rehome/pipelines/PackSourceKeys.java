package io.rehome.pipelines;

import io.rehome.model.Page;
import io.rehome.model.SourceRow;
import io.rehome.pipelines.KeyPacks.Buckets;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Packs the keys of source rows. The note is the number of their range, marked where the plan's
 * {@code where} leaves the row out.
 */
final class PackSourceKeys extends DoFn<Page, KV<Integer, byte[]>> {
  private static final long serialVersionUID = 1;
  private static final String LEFT_OUT = "!";

  private final String run;
  private final Buckets buckets;

  PackSourceKeys(String run, Buckets buckets) {
    this.run = run;
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(@Element Page page, OutputReceiver<KV<Integer, byte[]>> out) {
    KeyPacks packs = new KeyPacks(buckets, (bucket, pack) -> out.output(KV.of(bucket, pack)));
    String range = Long.toString(page.id().range());
    for (SourceRow row : page.rows()) {
      packs.add(row.key().text(), row.chosen() ? range : LEFT_OUT + range);
    }
    packs.finish();
    InFlight.of(run).landed(page.bytes());
  }

  static boolean isLeftOut(String note) {
    return note.startsWith(LEFT_OUT);
  }

  static long range(String note) {
    return Long.parseLong(isLeftOut(note) ? note.substring(LEFT_OUT.length()) : note);
  }
}
