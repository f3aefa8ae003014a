package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;

/** Lists of nodes and guests over 64 connections; each figure is the median of three runs. */
final class Reads {
  private static final int CONNECTIONS = 64;
  private static final int RUNS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration MEASURED = Duration.ofSeconds(5);
  private final Run run;
  private final String cluster;

  Reads(Run run, String cluster) {
    this.run = run;
    this.cluster = cluster;
  }

  void measure() throws Exception {
    measure("nodes", "/api/proxmox/nodes");
    measure("the VMs of a node", "/api/proxmox/nodes/pve1/vms");
  }

  private void measure(String what, String path) throws Exception {
    var load = new Load(run.port(), CONNECTIONS, "");
    load.run(path, WARM_UP);
    var results = new ArrayList<Load.Result>();
    for (int i = 0; i < RUNS; i++) {
      results.add(load.run(path, MEASURED));
    }
    results.sort(Comparator.comparingDouble(Load.Result::perSecond));
    var median = results.get(RUNS / 2);
    Bench.row(
        "`GET` %s, %d connections, %s".formatted(what, CONNECTIONS, cluster),
        "%,.0f requests a second, p50 %.1f ms, p99 %.1f ms"
            .formatted(
                median.perSecond(),
                median.latency().percentile(50),
                median.latency().percentile(99)));
  }
}
