package io.rehome.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TargetKeyTest {

  @Test
  void hasTheFormOfASourceKey() {
    List<Object> values =
        List.of(7L, "a\",\"b", UUID.fromString("00000000-0000-5000-8000-000000000001"));

    TargetKey key = TargetKey.ofValues(values);

    assertThat(key.text(), is(SourceKey.ofValues(values).text()));
    assertThat(key.parts(3), is(List.of("7", "a\",\"b", "00000000-0000-5000-8000-000000000001")));
    assertThat(TargetKey.ofValues(List.of(7L)).text(), is("7"));
  }
}
