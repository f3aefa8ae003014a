package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.NodeName;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer act(String guest, String action, String json) {
    var path = "/api/proxmox/nodes/pve1/%s/%s".formatted(guest, action);
    return api.client().post(path, json, "Prefer", "wait=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "reboot", "shutdown"})
  void ordersPowerForBothKinds(String action) {
    assertThat(act("vms/100", action, "{}").json().get("kind").asText()).isEqualTo(action);
    assertThat(act("lxc/200", action, "{}").json().get("type").asText()).isEqualTo("lxc");
  }

  @Test
  void followsAGuestThatHasMoved() {
    var path = "/api/proxmox/nodes/pve2/vms/101/start";

    var answer = api.client().post(path, "{}", "Prefer", "wait=0");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("node").asText()).isEqualTo("pve1");
  }

  @Test
  void saysWhereAGuestIsThatHasMoved() {
    var answer = api.client().get("/api/proxmox/nodes/pve2/vms/101");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("moved");
    assertThat(answer.json().get("node").asText()).isEqualTo("pve1");
  }

  @Test
  void saysHowToGetRidOfAGuestThatIsHalfMade() {
    var ref = new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(101));
    api.cluster.details.computeIfPresent(
        ref,
        (r, d) ->
            new GuestDetail(
                r, d.config(), d.status(), d.disks(), List.of(), false, false, "clone", false));

    var refused = act("vms/101", "delete", "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).contains("run \"qm unlock 101\" as root on pve1");
    var upid = new Upid("UPID:pve1:00000001:00000002:66000000:qmclone:900:root@pam!t:");
    api.cluster.tasks.put(upid, new TaskReport(upid, null, null));
    assertThat(act("vms/101", "delete", "{}").status()).isEqualTo(202);
  }

  /** Has something at Proxmox hold VM 101, which runs, or container 200. */
  private void lock(GuestKind kind, int vmid, String by) {
    api.cluster.details.computeIfPresent(
        new GuestRef(kind, new NodeName("pve1"), new VmId(vmid)),
        (r, d) ->
            new GuestDetail(
                r, d.config(), d.status(), d.disks(), List.of(), d.running(), false, by, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "reboot", "shutdown", "delete"})
  void waitsForALockUnlessTheOrderSaysNo(String action) {
    lock(GuestKind.QEMU, 101, "backup");

    var refused = act("vms/101", action, "{\"wait_for_lock\":false}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("locked");
    assertThat(refused.detail())
        .isEqualTo("VM 101 on pve1 is locked (backup), and the order was not to wait");
    assertThat(act("vms/101", action, "{}").status()).isEqualTo(202);
    assertThat(GuestOrder.of(api.operations.only()).terms().waitsForLock()).isTrue();
  }

  @Test
  void keepsWhichGuestWasMeantAndWhetherToWait() {
    act("vms/101", "start", "{\"wait_for_lock\":false}");

    var terms = GuestOrder.of(api.operations.only()).terms();
    assertThat(terms.waitsForLock()).isFalse();
    assertThat(terms.birth()).isNotNull();
  }

  @Test
  void tellsHowLongALockIsWaitedFor() {
    lock(GuestKind.QEMU, 101, "backup");

    var shown = api.client().get("/api/proxmox/nodes/pve1/vms/101").json();

    assertThat(shown.get("lock").asText()).isEqualTo("backup");
    assertThat(shown.get("lock_wait_seconds").asLong()).isEqualTo(1800);
  }

  @Test
  void showsAPausedVmAsSuchAndResumesIt() {
    var ref = new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(100));
    api.cluster.details.computeIfPresent(
        ref,
        (r, d) ->
            new GuestDetail(
                r,
                d.config(),
                Map.of("status", "running", "qmpstatus", "paused"),
                d.disks(),
                List.of(),
                true,
                false,
                null,
                false));

    assertThat(api.client().get("/api/proxmox/nodes/pve1/vms/100").json().get("status").asText())
        .isEqualTo("paused");
    assertThat(act("vms/101", "resume", "{}").detail()).isEqualTo("VM 101 on pve1 is not paused");
    assertThat(act("vms/100", "shutdown", "{}").detail())
        .isEqualTo("VM 100 on pve1 is paused; resume it first, or stop it");
    assertThat(act("vms/100", "start", "{}").status()).isEqualTo(409);
    assertThat(act("vms/100", "resume", "{}").json().get("kind").asText()).isEqualTo("resume");
  }

  @Test
  void needsNoBody() {
    var answer =
        api.client()
            .send("POST", "/api/proxmox/nodes/pve1/vms/101/start", null, "Prefer", "wait=0");

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void handsTheOptionsOfAShutdownOn() {
    act("vms/100", "shutdown", "{\"timeout\":60,\"force_stop\":true}");

    var order = (GuestAction.Power) GuestOrder.action(api.operations.only());
    assertThat(order.timeout()).isEqualTo(60);
    assertThat(order.forceStop()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start|{\"timeout\":60}|timeout",
        "stop|{\"force\":true}|force",
        "shutdown|{\"timeout\":7201}|timeout",
        "shutdown|{\"timeout\":\"long\"}|timeout",
        "delete|{\"force_stop\":true}|force_stop",
      })
  void refusesOptionsThatDoNotBelong(String action, String body, String field) {
    var answer = act("vms/100", action, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void deletesARunningGuestOnlyWhenForced() {
    var refused = act("vms/100", "delete", "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("wrong-state");
    assertThat(refused.field()).isEqualTo("force");
    assertThat(act("vms/100", "delete", "{\"force\":true}").status()).isEqualTo(202);
    assertThat(act("vms/101", "delete", "{}").status()).isEqualTo(202);
  }

  @Test
  void refusesASecondChangeOfAGuest() {
    var first = act("vms/100", "stop", "{}");
    var second = act("vms/100", "reboot", "{}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.problem()).isEqualTo("guest-busy");
    assertThat(second.json().get("operation")).isEqualTo(first.json().get("operation"));
  }

  @Test
  void neverStartsATemplate() {
    assertThat(act("vms/900", "start", "{}").problem()).isEqualTo("wrong-state");
  }

  @Test
  void leavesAGuestThatIsProtectedAtProxmox() {
    api.cluster.add(GuestKind.QEMU, 103, "kept", false, false, Map.of("protection", 1));

    var answer = act("vms/103", "delete", "{}");

    assertThat(answer.problem()).isEqualTo("wrong-state");
    assertThat(answer.detail()).contains("protected against deletion at Proxmox");
  }

  @Test
  void startsNothingThatHasMoreProcessorsThanItsNode() {
    var config = Map.<String, Object>of("cores", 6, "sockets", "2");
    api.cluster.add(GuestKind.QEMU, 104, "wide", false, false, config);

    var answer = act("vms/104", "start", "{}");

    assertThat(answer.problem()).isEqualTo("wrong-state");
    assertThat(answer.detail()).contains("pve1 has 8 processors", "12 cannot start");
  }

  @Test
  void doesNotFindGuestsAndActionsThatAreNot() {
    assertThat(act("vms/555", "start", "{}").status()).isEqualTo(404);
    assertThat(act("lxc/100", "start", "{}").status()).isEqualTo(404);
    assertThat(act("vms/100", "explode", "{}").status()).isEqualTo(404);
    assertThat(api.client().post("/api/proxmox/nodes/pve9/vms/100/start", "{}").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "reboot", "shutdown", "delete"})
  void leavesAProtectedGuestAlone(String action) {
    api.cluster.addProtected();

    var answer = act("vms/299", action, "{}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asText()).contains("PROTECTED_VMIDS");
    assertThat(act("vms/299", "start", "{}").status()).isEqualTo(202);
  }
}
