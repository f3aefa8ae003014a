package direttore.simulator.pve.conformance;

import direttore.simulator.clock.ManualClock;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A simulator brought to the state of the recorded instance over its own API: one node, no guests,
 * and {@code local} as the only storage, which holds everything.
 */
final class RecordedNode implements AutoCloseable {
  static final String PASSWORD = "pve-test-pw";

  private final ManualClock clock = TaskClock.manual(Instant.parse("2026-11-23T05:38:00Z"));
  private final PveSimulator simulator;

  RecordedNode() throws IOException {
    simulator =
        PveSimulator.start(
            PveOptions.lab(PASSWORD, "00000000-0000-4000-8000-000000000001")
                .withSize(1, 0)
                .withTask(Duration.ofSeconds(2))
                .withLag(Duration.ZERO)
                .withPatience(Duration.ZERO, Duration.ofSeconds(30))
                .withClock(clock));
    var session = new Session(origin(), "root@pam", PASSWORD);
    session.call("DELETE", "/cluster/ha/resources/vm:204", Map.of());
    // Clones and their bases go in two rounds.
    for (var round = 0; round < 2; round++) {
      removeGuests(session, "qemu");
      removeGuests(session, "lxc");
    }
    for (var user : session.call("GET", "/access/users", Map.of())) {
      if (!user.path("userid").asText().equals("root@pam")) {
        session.call("DELETE", "/access/users/" + user.path("userid").asText(), Map.of());
      }
    }
    session.call("DELETE", "/pools", Map.of("poolid", "course"));
    session.call("DELETE", "/storage/local-lvm", Map.of());
    session.call("DELETE", "/storage/nfs", Map.of());
    session.call(
        "PUT",
        "/storage/local",
        Map.of("content", "backup,snippets,iso,import,images,rootdir,vztmpl"));
  }

  private void removeGuests(Session session, String kind) throws IOException {
    var all = "/nodes/pve1/" + kind;
    for (var guest : session.call("GET", all, Map.of())) {
      var one = all + "/" + guest.path("vmid").asText();
      if (kind.equals("qemu")) {
        session.call("PUT", one + "/config", Map.of("delete", "protection,lock", "skiplock", "1"));
      }
      if (guest.path("status").asText().equals("running")) {
        finish(session, "POST", one + "/status/stop");
      }
      finish(session, "DELETE", one);
    }
  }

  private void finish(Session session, String verb, String path) throws IOException {
    var how = verb.equals("DELETE") ? Map.of("purge", "1") : Map.<String, String>of();
    var upid = session.call(verb, path, how).asText();
    var status = "/nodes/pve1/tasks/" + upid + "/status";
    while (session.call("GET", status, Map.of()).path("status").asText().equals("running")) {
      clock.advance(Duration.ofSeconds(1));
    }
  }

  URI origin() {
    return URI.create(simulator.url());
  }

  ManualClock clock() {
    return clock;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
