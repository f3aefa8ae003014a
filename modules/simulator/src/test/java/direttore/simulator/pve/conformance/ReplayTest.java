package direttore.simulator.pve.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The simulator answers as a real Proxmox VE 9.2 answered. */
class ReplayTest {
  @Test
  void answersTheRecordedRequestsAsProxmoxDid() throws Exception {
    var recordings = Recording.all();
    assumeTrue(!recordings.isEmpty());

    try (var node = new RecordedNode()) {
      var replay = new Replay(new Http(node.origin()), node.clock());
      replay.all(recordings);

      report(replay, recordings.size());
      assertThat(replay.wrong()).isEmpty();
      assertThat(replay.replayed()).isGreaterThan(380);
    }
  }

  private static void report(Replay replay, int all) {
    System.out.printf("%d of %d recorded exchanges replayed%n", replay.replayed(), all);
    var reasons = new TreeMap<String, Integer>();
    replay.skipped().values().forEach(r -> reasons.merge(r, 1, Integer::sum));
    for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
      System.out.printf("  %d skipped: %s%n", reason.getValue(), reason.getKey());
    }
    replay.excused().forEach(e -> System.out.println("  excused: " + e));
  }
}
