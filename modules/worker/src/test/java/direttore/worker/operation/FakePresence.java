package direttore.worker.operation;

import direttore.domain.operation.Workers.Presence;

/** A place among the workers that is lost and held as a test wants it. */
public final class FakePresence implements Presence {
  private final int number;
  public volatile boolean held = true;

  public FakePresence(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean held() {
    return held;
  }

  @Override
  public void close() {
    held = false;
  }
}
