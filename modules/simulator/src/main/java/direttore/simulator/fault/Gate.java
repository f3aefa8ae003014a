package direttore.simulator.fault;

import java.util.concurrent.CountDownLatch;

/** Where a call is held until a test lets it go on. */
public final class Gate {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /** A closed gate that no call has reached. */
  public Gate() {}

  /** Has a call reached the gate? */
  public boolean reached() {
    return reached.getCount() == 0;
  }

  /** Lets the call go on, now or when it comes. */
  public void open() {
    opened.countDown();
  }

  /** Called for the call: waits until the gate is open. */
  public void pass() throws InterruptedException {
    reached.countDown();
    opened.await();
  }
}
