package io.rehome.pipelines;

import io.rehome.io.Fence;
import io.rehome.io.Identity;
import io.rehome.io.Loading;
import io.rehome.io.Target;
import io.rehome.io.TargetReading;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A target in memory, found by its id wherever the handle travels. */
record FakeTarget(String id) implements Target {
  private static final long serialVersionUID = 1;
  private static final Map<String, FakeLoading> LOADINGS = new ConcurrentHashMap<>();

  FakeLoading loading() {
    return LOADINGS.computeIfAbsent(id, any -> new FakeLoading(new ArrayList<>()));
  }

  @Override
  public Loading open(Fence fence) {
    return loading();
  }

  @Override
  public Identity identity() {
    return new Identity("fake", id);
  }

  @Override
  public List<String> tables() {
    return List.of("ads");
  }

  @Override
  public TargetTable describe(String table) {
    return Ads.SHAPE.table();
  }

  @Override
  public String fenceScript() {
    return "";
  }

  @Override
  public void createFence() {}

  @Override
  public void raise(Fence fence) {}

  @Override
  public TargetReading reading() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void advanceSequences(DocumentShape shape) {}
}
