package direttore.simulator.pve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.simulator.clock.TaskClock;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PveSimulatorTest {
  @TempDir private Path folder;

  @Test
  void remembersItsGuestsVolumesAndTasksBetweenStarts() {
    String upid;
    String fingerprint;
    try (var lab = new TestLab(kept())) {
      upid = lab.ended(lab.post("/nodes/pve1/qemu", Map.of("vmid", 150, "scsi0", "nfs:3"))).upid();
      lab.post("/pools", Map.of("poolid", "mine"));
      fingerprint = lab.simulator().certificateFingerprint();
    }

    try (var lab = new TestLab(kept())) {
      assertThat(lab.get("/nodes/pve1/qemu/150/config").data().path("scsi0").asText())
          .isEqualTo("nfs:150/vm-150-disk-0.raw,size=3G");
      assertThat(lab.get("/nodes/pve1/storage/nfs/content?vmid=150").data()).hasSize(1);
      assertThat(
              lab.get("/nodes/pve1/tasks/" + upid + "/status").data().path("exitstatus").asText())
          .isEqualTo("OK");
      assertThat(lab.get("/pools/mine").status()).isEqualTo(200);
      assertThat(lab.simulator().certificateFingerprint()).isEqualTo(fingerprint);
    }
  }

  @Test
  void findsTasksThatRanWhenItEndedKilled() {
    var clock = TaskClock.manual(Instant.parse("2026-11-23T08:00:00Z"));
    String upid;
    try (var lab = new TestLab(kept().withClock(clock).withTask(Duration.ofSeconds(2)))) {
      upid = lab.post("/nodes/pve1/qemu", Map.of("vmid", 150)).data().asText();
    }

    try (var lab = new TestLab(kept())) {
      var status = lab.get("/nodes/pve1/tasks/" + upid + "/status").data();
      assertThat(status.path("status").asText()).isEqualTo("stopped");
      assertThat(status.path("exitstatus").asText()).isEqualTo("unexpected status");
      assertThat(lab.get("/nodes/pve1/qemu/150/config").data().path("lock").asText())
          .isEqualTo("create");
    }
  }

  @Test
  void startsOverATornLastLine() throws Exception {
    try (var lab = new TestLab(kept())) {
      lab.post("/pools", Map.of("poolid", "mine"));
    }
    Files.writeString(
        folder.resolve("cluster-2-0-1.jsonl"), "{\"t\":\"guest\",\"k", StandardOpenOption.APPEND);

    try (var lab = new TestLab(kept())) {
      assertThat(lab.get("/pools/mine").status()).isEqualTo(200);
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    try (var lab = new TestLab()) {
      var taken = PveOptions.forTests().listeningOn("127.0.0.1", lab.simulator().port());

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> PveSimulator.start(taken).close())
          .withMessageContaining("port " + lab.simulator().port());
    }
  }

  @Test
  void hasAWayInThroughEachNodeWhichDiesWithIt() {
    try (var lab = new TestLab(PveOptions.forTests().withEntries(2))) {
      var urls = lab.simulator().urls();
      lab.simulator().faults().nodeOffline("pve1");

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> lab.send(lab.request("/api2/json/version").build()));
      var second = URI.create(urls.get(1) + "/api2/json/version");
      assertThat(lab.send(lab.request("/").uri(second).build()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void holdsTheSampleUsersToTheirRoles() {
    try (var lab = new TestLab()) {
      var made = lab.post("/access/users/auditor@pve/token/see", Map.of("privsep", 0));
      var secret = made.data().path("value").asText();
      var auditor = lab.as("auditor@pve!see=" + secret);

      assertThat(auditor.get("/nodes/pve1/qemu").data()).isNotEmpty();
      assertThat(auditor.post("/nodes/pve1/qemu/200/status/start", Map.of()).message())
          .isEqualTo("Permission check failed (/vms/200, VM.PowerMgmt)");
    }
  }

  private PveOptions kept() {
    return PveOptions.forTests().keptIn(folder);
  }
}
