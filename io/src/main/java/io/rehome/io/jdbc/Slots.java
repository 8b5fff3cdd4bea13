package io.rehome.io.jdbc;

import io.rehome.io.Landing;
import io.rehome.io.Upload;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.TargetKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The slots of one batch.
 *
 * @param all in the order of the uploads
 * @param toWrite all but those whose key an earlier one has, which are refused already
 */
record Slots(List<Slot> all, List<Slot> toWrite) {

  static Slots of(List<Upload> uploads) {
    List<Slot> all = uploads.stream().map(Slot::new).toList();
    List<Slot> first = new ArrayList<>(all.size());
    Set<TargetKey> seen = new HashSet<>();
    for (Slot slot : all) {
      if (seen.add(slot.upload().key())) {
        first.add(slot);
      } else {
        slot.refuse(
            Reason.DUPLICATE_KEY,
            "",
            "an earlier record of the page has the target key " + slot.upload().key());
      }
    }
    return new Slots(all, List.copyOf(first));
  }

  boolean areNew() {
    return toWrite.stream().allMatch(Slot::isNew);
  }

  boolean hasRefused() {
    return toWrite.stream().anyMatch(slot -> slot.landing() instanceof Landing.Refused);
  }

  void refuseAll(Rejection rejection) {
    toWrite.stream()
        .filter(slot -> !(slot.landing() instanceof Landing.Refused))
        .forEach(slot -> slot.refuse(rejection));
  }

  List<Landing> landings() {
    return all.stream().map(Slot::landing).toList();
  }
}
