package direttore.simulator.pve.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.simulator.fault.Fault;
import direttore.simulator.pve.TestLab;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PveFaultsTest {
  private static TestLab lab;

  @BeforeAll
  static void start() {
    lab = new TestLab();
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @AfterEach
  void mend() {
    faults().clear();
  }

  @Test
  void losesTheAnswerAfterTheEffect() {
    faults().add(Fault.next("POST", "/nodes/pve1/qemu", new Fault.DropAfter()));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> lab.post("/nodes/pve1/qemu", Map.of("vmid", 170)));

    assertThat(lab.get("/nodes/pve1/qemu/170/config").status()).isEqualTo(200);
  }

  @Test
  void cutsTheConnectionBeforeTheEffect() {
    faults().add(Fault.next("POST", "/nodes/pve1/qemu", new Fault.DropBefore()));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> lab.post("/nodes/pve1/qemu", Map.of("vmid", 171)));

    assertThat(lab.get("/nodes/pve1/qemu/171/config").status()).isEqualTo(500);
  }

  @Test
  void answersWithAStatusTheNextTimeOnly() {
    faults().add(Fault.next("GET", "/version", new Fault.Status(500, "got timeout", false)));

    var struck = lab.get("/version");
    var after = lab.get("/version");

    assertThat(struck.status()).isEqualTo(500);
    assertThat(struck.message()).isEqualTo("got timeout");
    assertThat(after.status()).isEqualTo(200);
  }

  @Test
  void strikesAfterSomeCallsPassed() {
    faults().add(new Fault("*", "/version", 1, 1, new Fault.Status(503, "busy", true)));

    assertThat(lab.get("/version").status()).isEqualTo(200);
    assertThat(lab.get("/version").status()).isEqualTo(503);
  }

  @Test
  void delaysACall() {
    faults().add(Fault.next("GET", "/version", new Fault.Delay(Duration.ofMillis(300))));

    var start = System.nanoTime();
    lab.get("/version");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void takesANodeOffTheNetwork() {
    faults().nodeOffline("pve2");

    var call = lab.get("/nodes/pve2/qemu");
    var nodes = lab.get("/nodes").data();

    assertThat(call.status()).isEqualTo(595);
    assertThat(call.document()).isEmpty();
    assertThat(nodes.get(1).path("status").asText()).isEqualTo("offline");
    assertThat(nodes.get(1).has("cpu")).isFalse();
  }

  @Test
  void letsAStorageHang() {
    faults().storageHangs("nfs");

    var call = lab.get("/nodes/pve1/storage/nfs/content");
    var resources = lab.get("/cluster/resources?type=storage").data();

    assertThat(call.status()).isEqualTo(596);
    assertThat(resources)
        .anyMatch(r ->
            r.path("storage").asText().equals("nfs")
                && r.path("status").asText().equals("unknown"));
  }

  @Test
  void holdsATaskThatNeedsAHangingStorage() {
    faults().storageHangs("nfs");
    var started = lab.post("/nodes/pve1/qemu", Map.of("vmid", 175, "scsi0", "nfs:1"));
    var task = "/nodes/pve1/tasks/" + started.data().asText() + "/status";
    assertThat(lab.get(task).data().path("status").asText()).isEqualTo("running");

    faults().storageAnswers("nfs");

    assertThat(lab.ended(started).status()).isEqualTo("OK");
  }

  @Test
  void knowsNothingOfAFreshlyBootedNode() {
    faults().nodeUnknown("pve2", true);

    var node = lab.get("/cluster/resources?type=node").data().get(1);

    assertThat(node.path("status").asText()).isEqualTo("unknown");
    assertThat(node.has("maxmem")).isFalse();
  }

  @Test
  void answersAsAnOlderHostWithoutMessages() {
    faults().oldHost(true);

    var reply = lab.get("/nodes/pve1/qemu/99999/config");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.document().has("message")).isFalse();
  }

  @Test
  void countsCalls() {
    lab.simulator().traffic().reset();

    lab.get("/version");
    lab.get("/nodes");

    var traffic = lab.simulator().traffic();
    assertThat(traffic.total()).isEqualTo(2);
    assertThat(traffic.count(e -> e.path().equals("/nodes"))).isEqualTo(1);
    assertThat(traffic.busiestSecond()).isBetween(1, 2);
  }

  private static PveFaults faults() {
    return lab.simulator().faults();
  }
}
