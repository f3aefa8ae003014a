package direttore.simulator.pve.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.TestLab;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class ClusterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void reportsTheNextFreeIdAsTextAndReservesNothing() {
    try (var lab = new TestLab()) {
      assertThat(lab.get("/cluster/nextid").data().asText()).isEqualTo("100");
      assertThat(lab.get("/cluster/nextid").data().isTextual()).isTrue();
      assertThat(lab.get("/cluster/nextid").data().asText()).isEqualTo("100");
      assertThat(lab.get("/cluster/nextid?vmid=200").error("vmid"))
          .isEqualTo("VM 200 already exists");
    }
  }

  @Test
  void showsAnOldNameAndStateForTenSeconds() {
    var clock = TaskClock.manual(Instant.parse("2026-11-23T08:00:00Z"));
    var options =
        PveOptions.forTests()
            .withClock(clock)
            .withTask(Duration.ZERO)
            .withLag(Duration.ofSeconds(10));
    try (var lab = new TestLab(options)) {
      lab.get("/cluster/resources");
      lab.put("/nodes/pve2/qemu/205/config", Map.of("name", "renamed"));
      lab.ended(lab.post("/nodes/pve2/qemu/205/status/start", Map.of()));

      var early = guest(lab, 205);
      clock.advance(Duration.ofSeconds(10));
      var late = guest(lab, 205);

      assertThat(early.path("name").asText()).isEqualTo("spare");
      assertThat(early.path("status").asText()).isEqualTo("stopped");
      assertThat(late.path("name").asText()).isEqualTo("renamed");
      assertThat(late.path("status").asText()).isEqualTo("running");
    }
  }

  @Test
  void knowsANewGuestAtOnceButNothingOfIt() {
    var options = PveOptions.forTests().withLag(Duration.ofSeconds(10));
    try (var lab = new TestLab(options)) {
      lab.get("/cluster/resources");
      lab.ended(lab.post("/nodes/pve1/qemu", Map.of("vmid", 150, "tags", "new")));

      var row = guest(lab, 150);

      assertThat(row.path("status").asText()).isEqualTo("unknown");
      assertThat(row.path("tags").asText()).isEqualTo("new");
      assertThat(row.has("maxmem")).isFalse();
    }
  }

  @Test
  void movesItsFiguresWithTime() {
    var clock = TaskClock.manual(Instant.parse("2026-11-23T08:00:00Z"));
    try (var lab = new TestLab(PveOptions.forTests().withClock(clock))) {
      var before = guest(lab, 200);
      clock.advance(Duration.ofSeconds(30));
      var after = guest(lab, 200);

      assertThat(after.path("cpu")).isNotEqualTo(before.path("cpu"));
      assertThat(after.path("netin").asLong()).isGreaterThan(before.path("netin").asLong());
      assertThat(after.path("uptime").asLong()).isEqualTo(before.path("uptime").asLong() + 30);
    }
  }

  @Test
  void listsTenThousandGuestsQuickly() {
    try (var lab = new TestLab(PveOptions.forTests().withSize(32, 10_000))) {
      lab.get("/cluster/resources");

      var start = System.nanoTime();
      var resources = lab.get("/cluster/resources?type=vm").data();
      var one = lab.get("/nodes/pve7/qemu").data();
      var took = Duration.ofNanos(System.nanoTime() - start);

      assertThat(resources).hasSize(10_000);
      assertThat(one).hasSizeGreaterThan(100);
      assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void rootListsWhatIsBelowIt() {
    try (var lab = new TestLab()) {
      assertThat(lab.get("").data()).contains(JSON.createObjectNode().put("subdir", "nodes"));
    }
  }

  @Test
  void backupJobsSayWhenTheyRunNext() {
    try (var lab = new TestLab()) {
      var next = lab.get("/cluster/backup").data().get(0).path("next-run").asLong();

      assertThat(Instant.ofEpochSecond(next)).isAfter(Instant.now());
      assertThat(next % Duration.ofDays(1).toSeconds()).isEqualTo(Duration.ofHours(2).toSeconds());
    }
  }

  @Test
  void containersDescriptionEndsWithANewline() {
    try (var lab = new TestLab()) {
      lab.put("/nodes/pve1/lxc/300/config", Map.of("description", "two\nlines"));

      assertThat(lab.get("/nodes/pve1/lxc/300/config").data().path("description").asText())
          .isEqualTo("two\nlines\n");
    }
  }

  private static JsonNode guest(TestLab lab, int vmid) {
    var resources = lab.get("/cluster/resources?type=vm").data();
    return StreamSupport.stream(resources.spliterator(), false)
        .filter(r -> r.path("vmid").asInt() == vmid)
        .findFirst()
        .orElseThrow();
  }
}
