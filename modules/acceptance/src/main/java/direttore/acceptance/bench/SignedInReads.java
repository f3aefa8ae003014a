package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/**
 * What knowing people costs: one list over 64 connections, from a program where nobody signs in and
 * from one where each request brings a token, by turns. The ratio is the median of seven pairs.
 */
final class SignedInReads {
  private static final String PATH = "/api/proxmox/nodes";
  private static final int CONNECTIONS = 64;
  private static final int PAIRS = 7;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration MEASURED = Duration.ofSeconds(3);
  private final Load open;
  private final Load guarded;

  SignedInReads(Run open, Run guarded, String token) {
    this.open = new Load(open.port(), CONNECTIONS, "");
    this.guarded =
        new Load(guarded.port(), CONNECTIONS, "Authorization: Bearer %s\r\n".formatted(token));
  }

  void measure() throws Exception {
    open.run(PATH, WARM_UP);
    guarded.run(PATH, WARM_UP);
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < PAIRS; i++) {
      var without = open.run(PATH, MEASURED).perSecond();
      ratios.add(guarded.run(PATH, MEASURED).perSecond() / without);
    }
    Collections.sort(ratios);
    Bench.row(
        "`GET` nodes with an API token, against the same where nobody signs in",
        "%.0f %% of the requests a second (%.0f to %.0f %%)"
            .formatted(
                100 * ratios.get(PAIRS / 2), 100 * ratios.getFirst(), 100 * ratios.getLast()));
  }
}
