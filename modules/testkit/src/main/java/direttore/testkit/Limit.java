package direttore.testkit;

import java.time.Duration;

/** How long tests wait for what should come. */
public final class Limit {
  /** What has not come by then never comes, on a machine that has much else to do, too. */
  public static final Duration NEVER = Duration.ofMinutes(10);

  private Limit() {}
}
