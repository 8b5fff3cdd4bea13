package io.rehome.pipelines;

/** Which records enter a run, what they are compared with, and what happens to them. */
public enum Mode {
  NORMAL(Stage.BUILT, "reads each key range of the source once, and loads what is new or changed"),
  DIFF(Stage.PLANNED, "compares the source with the store, and loads what differs"),
  LOCAL_DIFF(Stage.PLANNED, "maps the kept originals anew, and loads what differs"),
  RETRY_FAILED(Stage.PLANNED, "tries rejected and unfinished records again"),
  FIND_MISSING(Stage.PLANNED, "loads what the target should hold and does not"),
  VERIFY(Stage.PLANNED, "compares the source with what the target really holds");

  private enum Stage {
    BUILT,
    PLANNED
  }

  private final Stage stage;
  private final String summary;

  Mode(Stage stage, String summary) {
    this.stage = stage;
    this.summary = summary;
  }

  /** Whether it can be run. The others are named, so that scripts may rely on the names. */
  public boolean isBuilt() {
    return stage == Stage.BUILT;
  }

  /** What it does, in half a sentence. */
  public String summary() {
    return summary;
  }
}
