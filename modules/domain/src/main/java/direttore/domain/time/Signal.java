package direttore.domain.time;

import java.time.Duration;

/** Something to wait for. Once raised it ends one wait: the present one, or else the next. */
public interface Signal {
  void raise();

  /** Waits until it is raised, at most so long; whether it was raised. */
  boolean await(Duration most) throws InterruptedException;
}
