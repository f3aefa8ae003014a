package direttore.worker.guestorder;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Where workers of a lab touch Proxmox or a row of theirs, just before and just after. */
final class Touches {
  /** A worker dies. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private Touches() {}

  /** Has something happen at each; answers how many there were. */
  static AtomicInteger on(Lab lab, Runnable touch) {
    var count = new AtomicInteger();
    Runnable counted =
        () -> {
          count.incrementAndGet();
          touch.run();
        };
    lab.proxmox.beforeCall = counted;
    lab.proxmox.afterCall = counted;
    lab.operations.beforeRecord = counted;
    lab.operations.afterRecord = counted;
    return count;
  }

  /** Something that happens at one of them, counted from 0. */
  static Runnable at(int point, Runnable what) {
    var left = new AtomicInteger(point);
    return () -> {
      if (left.getAndDecrement() == 0) {
        what.run();
      }
    };
  }

  /** The worker dies at one of them. */
  static Runnable deathAt(int point) {
    return at(
        point,
        () -> {
          throw new Crash();
        });
  }

  /** Workers die at one of so many on average, until they have died often enough. */
  static Runnable deaths(Random random, int oneOf, int most) {
    var left = new AtomicInteger(most);
    return () -> {
      if (random.nextInt(oneOf) == 0 && left.getAndDecrement() > 0) {
        throw new Crash();
      }
    };
  }
}
