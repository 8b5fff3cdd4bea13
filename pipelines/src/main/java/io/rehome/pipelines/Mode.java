package io.rehome.pipelines;

import io.rehome.io.RunTag;
import io.rehome.io.Store;

/** Which records enter a run, what they are compared with, and what happens to them. */
public enum Mode {
  NORMAL("reads each key range of the source once, and loads what is new or changed") {
    @Override
    public boolean isBuilt() {
      return true;
    }

    @Override
    void flow(Parts parts) {
      new NormalMode(parts).run();
    }
  },
  DIFF("compares the source with the store, and loads what differs") {
    @Override
    public boolean isBuilt() {
      return true;
    }

    @Override
    void flow(Parts parts) {
      new DiffMode(parts).run();
    }
  },
  LOCAL_DIFF("maps the kept originals anew, and loads what differs") {
    @Override
    public boolean isBuilt() {
      return true;
    }

    @Override
    public boolean readsOriginals(Choice choice) {
      return true;
    }

    @Override
    public Handles handles(Handles handles, String marketplace) throws NotReady {
      NotReady.refuse(handles.store());
      return new Handles(handles.store().kept(marketplace), handles.target(), handles.store());
    }

    @Override
    void flow(Parts parts) {
      new LocalDiffMode(parts).run();
    }
  },
  RETRY_FAILED("tries rejected and unfinished records again") {
    @Override
    public boolean isBuilt() {
      return true;
    }

    @Override
    void flow(Parts parts) {
      new RetryFailedMode(parts).run();
    }
  },
  FIND_MISSING("loads what the target should hold and does not") {
    @Override
    public boolean isBuilt() {
      return true;
    }

    @Override
    Reckoning reckoning(Store store, RunTag tag) {
      return Reckoning.ofKeys(store, tag);
    }

    @Override
    void flow(Parts parts) {
      new FindMissingMode(parts).run();
    }
  },
  VERIFY("compares the source with what the target really holds") {
    @Override
    public boolean isBuilt() {
      return true;
    }

    @Override
    Tenure tenure(Choice choice) {
      return choice.checking().repair() == Checking.Repair.NONE
          ? Tenure.BESIDE_OTHERS
          : Tenure.ALONE;
    }

    @Override
    Reckoning reckoning(Store store, RunTag tag) {
      return Reckoning.ofComparison(store, tag);
    }

    @Override
    void flow(Parts parts) {
      new VerifyMode(parts).run();
    }
  };

  private final String summary;

  Mode(String summary) {
    this.summary = summary;
  }

  /** Whether it can be run. The others are named, so that scripts may rely on the names. */
  public boolean isBuilt() {
    return false;
  }

  /** What it does, in half a sentence. */
  public String summary() {
    return summary;
  }

  /**
   * The databases that it works with, of those that a plan names.
   *
   * @throws NotReady where it needs the store before anything else, and the store lacks its tables
   */
  public Handles handles(Handles handles, String marketplace) throws NotReady {
    return handles;
  }

  /** Whether it takes records from the originals that the store keeps. */
  public boolean readsOriginals(Choice choice) {
    return choice.from() == Origin.STORE;
  }

  /** Whether a run of it must be the only one. */
  Tenure tenure(Choice choice) {
    return Tenure.ALONE;
  }

  /** What its books are made of. */
  Reckoning reckoning(Store store, RunTag tag) {
    return Reckoning.ofRecords(store, tag);
  }

  /** Takes its records through the river. */
  void flow(Parts parts) {
    throw new UnsupportedOperationException("not yet: " + this);
  }
}
