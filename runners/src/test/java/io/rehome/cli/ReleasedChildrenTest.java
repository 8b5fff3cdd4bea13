package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children who came before their parents. */
final class ReleasedChildrenTest {
  private static final String LOADED =
      "select count(*) from rehome.records where outcome = 'LOADED'";

  @TempDir private Path folder;

  @Test
  void childrenFollowInTheRunThatBringsTheirParentsWhateverWasAskedFor() throws Exception {
    Journey journey = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    journey.migrate("--entities=pet_breeds,categories,listings,listing_photos,messages");
    assertThat(
        Journey.rows(journey.store(), LOADED + " and entity = 'listings'"), is(List.of("0")));

    journey.migrate("--entities=users");
    journey.migrate("--entities=favourites,payments,stores,store_staff,page_views,vouchers");

    assertThat(journey.findingsOfTarget(), is(empty()));
  }
}
