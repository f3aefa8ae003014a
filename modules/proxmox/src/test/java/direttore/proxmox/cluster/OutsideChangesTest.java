package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.event.Event;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What others do in Proxmox, which its summary shows only after 10 s. */
class OutsideChangesTest extends ProxmoxClusterFixture {
  private static final String START = "UPID:pve1:0000A001:00000001:69000000:qmstart:100:root@pam:";
  private final List<Event> events = new CopyOnWriteArrayList<>();

  private void watch() {
    script.on("GET /cluster/tasks", "[]");
    cluster.subscribe(events::add);
    await().ignoreExceptions().until(() -> cluster.guests().value().size() == 3);
    cluster.keepFresh();
    await().until(() -> asked().contains("GET /cluster/tasks"));
  }

  private void tasks(String upid, String more) {
    script.on("GET /cluster/tasks", "[{\"upid\":\"%s\"%s}]".formatted(upid, more));
  }

  @Test
  void areShownLongBeforeTheSummaryDoes() {
    watch();
    script.on("GET /nodes/pve1/qemu", "[{\"vmid\":100,\"name\":\"web\",\"status\":\"running\"}]");

    tasks(START, ",\"endtime\":1761607682,\"status\":\"OK\"");

    await().until(() -> events.stream().anyMatch(e -> e.equals(Event.of(WEB))));
    assertThat(cluster.guest(new VmId(100)).map(Guest::status)).contains("running");
  }

  @Test
  void costOneRequestWhileThereAreNone() {
    watch();

    await().until(() -> asked().stream().filter("GET /cluster/tasks"::equals).count() == 2);

    assertThat(asked()).containsOnly("GET /cluster/tasks", "GET /cluster/resources");
  }

  @Test
  void areTasksThatBeganOrEndedSinceTheLastLook() {
    var watch = new TaskWatch();
    var running = new TaskReport(new Upid(START), null, null);
    var ended = new TaskReport(new Upid(START), new TaskEnd.Ok(), clock.instant());

    assertThat(watch.changed(List.of())).isEmpty();
    assertThat(watch.changed(List.of(running))).containsExactly(new Upid(START));
    assertThat(watch.changed(List.of(running))).isEmpty();
    assertThat(watch.changed(List.of(ended))).containsExactly(new Upid(START));
    assertThat(watch.changed(List.of(ended))).isEmpty();
    assertThat(watch.changed(List.of(running, ended))).as("listed twice").isEmpty();
    assertThat(watch.changed(List.of())).isEmpty();
  }

  @Test
  void areNoneAtTheFirstLook() {
    var running = new TaskReport(new Upid(START), null, null);
    var watch = new TaskWatch();

    assertThat(watch.changed(List.of(running))).isEmpty();
    assertThat(watch.changed(List.of())).as("it left the list").hasSize(1);
  }

  @Test
  void concernTheGuestOfTheTask() {
    var known =
        Map.of(
            new VmId(200),
            cluster.guest(new VmId(200)).orElseThrow(),
            new VmId(100),
            cluster.guest(new VmId(100)).orElseThrow());

    assertThat(GuestTask.of(task("qmstart", "100"), known)).contains(WEB);
    assertThat(GuestTask.of(task("vzcreate", "300"), known))
        .contains(new GuestRef(GuestKind.LXC, PVE1, new VmId(300)));
    assertThat(GuestTask.of(task("vzdump", "200"), known))
        .contains(new GuestRef(GuestKind.LXC, new NodeName("pve2"), new VmId(200)));
    assertThat(GuestTask.of(task("vzdump", ""), known)).isEmpty();
    assertThat(GuestTask.of(task("vncproxy", "100"), known)).isEmpty();
    assertThat(GuestTask.of(task("qmigrate", "100"), known)).isEmpty();
    assertThat(GuestTask.of(task("imgdel", "101@local"), known)).isEmpty();
    assertThat(GuestTask.of(task("hastart", "777"), known)).isEmpty();
  }

  private static Upid task(String type, String subject) {
    return new Upid(
        "UPID:pve1:0000A001:00000001:69000000:%s:%s:root@pam:".formatted(type, subject));
  }
}
