package io.rehome.testdata.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is wrong with "Pets &amp; Paws", apart from what follows for children. No record
 * has two blemishes, so that the order in which a migration looks does not matter.
 */
public final class Blemishes {
  private Blemishes() {}

  public static List<Blemish> all() {
    return Stream.of(MemberBlemishes.ALL, AdBlemishes.ALL, ChildBlemishes.ALL, ShopBlemishes.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
