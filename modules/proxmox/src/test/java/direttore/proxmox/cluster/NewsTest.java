package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.event.Event;
import direttore.proxmox.Script;
import direttore.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewsTest {
  private static final String PVE1 = "{'type':'node','node':'pve1','status':'online'}";
  private static final String PVE2 = "{'type':'node','node':'pve2','status':'online'}";
  private static final String WEB =
      "{'type':'qemu','vmid':100,'node':'pve1','name':'web','status':'stopped','cpu':0.1}";
  private static final String DNS =
      "{'type':'lxc','vmid':200,'node':'pve2','name':'dns','status':'running'}";
  private final SettableClock clock = new SettableClock();
  private final Script script = new Script();
  private final ProxmoxCluster cluster =
      new ProxmoxCluster(script.client(clock), ProxmoxClusterFixture.PATIENT, clock);
  private final List<Event> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    show(PVE1, PVE2, WEB, DNS);
    cluster.guests();
    cluster.subscribe(heard::add);
  }

  @AfterEach
  void stop() {
    cluster.close();
    script.close();
  }

  private void show(String... rows) {
    script.on(
        "GET /cluster/resources", "[%s]".formatted(String.join(",", rows)).replace('\'', '"'));
  }

  /** Holds until all of these were told, the last for a change of a node that follows. */
  private void assertTold(List<String> rows, String... events) {
    read(rows);
    var marked = new ArrayList<>(rows);
    marked.set(0, PVE1.replace("pve1", "end"));
    read(marked);
    await()
        .untilAsserted(() ->
            assertThat(heard)
                .extracting(event -> event.type() + " " + event.subject())
                .containsExactlyInAnyOrder(events));
  }

  private void read(List<String> rows) {
    show(rows.toArray(String[]::new));
    clock.advance(Duration.ofSeconds(5));
    cluster.guests();
  }

  @Test
  void tellsOfAGuestThatSomeoneElseStarted() {
    assertTold(
        List.of(PVE1, PVE2, WEB.replace("stopped", "running"), DNS),
        "guest main/pve1/qemu/100",
        "cluster main/nodes");
  }

  @Test
  void tellsOfLocksNamesAndTags() {
    var locked = DNS.replace("}", ",'lock':'backup'}");
    var tagged = WEB.replace("web", "www").replace("}", ",'tags':'lab'}");

    assertTold(
        List.of(PVE1, PVE2, tagged, locked),
        "guest main/pve1/qemu/100",
        "guest main/pve2/lxc/200",
        "cluster main/nodes");
  }

  @Test
  void tellsOfGuestsThatCameWentOrMoved() {
    var other = WEB.replace("100", "101");

    assertTold(
        List.of(PVE1, PVE2, other, DNS.replace("pve2", "pve1")),
        "guest main/pve1/qemu/101",
        "guest main/pve1/qemu/100",
        "guest main/pve1/lxc/200",
        "guest main/pve2/lxc/200",
        "cluster main/nodes");
  }

  @Test
  void figuresAreNoNews() {
    assertTold(List.of(PVE1, PVE2, WEB.replace("0.1", "0.9"), DNS), "cluster main/nodes");
  }

  @Test
  void manyChangesAreOneEvent() {
    var many =
        IntStream.range(1000, 1051)
            .mapToObj(vmid -> WEB.replace("100", String.valueOf(vmid)))
            .collect(Collectors.joining(","));

    assertTold(List.of(PVE1, PVE2, WEB, DNS, many), "cluster main/guests", "cluster main/nodes");
  }

  @Test
  void aNodeThatGoesAwayIsToldWithItsGuests() {
    show(PVE1, PVE2.replace("online", "offline"), WEB, DNS);
    clock.advance(Duration.ofSeconds(5));
    cluster.nodes();

    await()
        .untilAsserted(() ->
            assertThat(heard)
                .containsExactly(
                    new Event(0, "cluster", "main/nodes"),
                    new Event(0, "guest", "main/pve2/lxc/200")));
  }

  @Test
  void readsWithoutBeingAskedWhileSomeoneListens() {
    cluster.keepFresh();
    show(PVE1, PVE2, WEB.replace("stopped", "running"), DNS);
    clock.advance(Duration.ofMinutes(1));

    await()
        .untilAsserted(
            () -> assertThat(heard).contains(new Event(0, "guest", "main/pve1/qemu/100")));
  }
}
