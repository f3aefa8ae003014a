package direttore.proxmox.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.proxmox.Script;
import direttore.testkit.SettableClock;
import direttore.testkit.TestHost;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HypervisorFailuresTest {
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final VmId ID = new VmId(1042);
  private static final GuestRef GUEST = new GuestRef(GuestKind.QEMU, PVE1, ID);
  private final Script script = new Script();
  private final ProxmoxHypervisor hypervisor =
      new ProxmoxHypervisor(script.client(new SettableClock()));

  @AfterEach
  void stop() {
    script.close();
  }

  private void elsewhere(String row) {
    script
        .on(
            "GET /cluster/nextid?vmid=1042",
            TestHost.status(
                400,
                "Parameter verification failed.",
                "{\"errors\":{\"vmid\":\"VM 1042 already exists\"}}"))
        .on("GET /cluster/resources", "[%s]".formatted(row))
        .on(
            "GET /nodes/pve1/qemu/1042/status/current",
            TestHost.status(
                500, "Configuration file 'nodes/pve1/qemu-server/1042.conf' does not exist", ""));
  }

  @Test
  void followsAGuestThatIsOnAnotherNode() {
    elsewhere("{\"type\":\"qemu\",\"vmid\":1042,\"node\":\"pve2\"}");

    assertThatExceptionOfType(HypervisorFailure.Moved.class)
        .isThrownBy(() -> hypervisor.state(GUEST))
        .satisfies(e -> assertThat(e.to().node()).isEqualTo(new NodeName("pve2")));
  }

  @Test
  void takesNoGuestForGoneThatItDoesNotSee() {
    elsewhere("");

    assertThatExceptionOfType(HypervisorFailure.Forbidden.class)
        .isThrownBy(() -> hypervisor.state(GUEST))
        .withMessageContaining("does not see where it is");
  }

  @Test
  void waitsForAGuestThatTheClusterListsWhereItsNodeDoesNot() {
    elsewhere("{\"type\":\"qemu\",\"vmid\":1042,\"node\":\"pve1\"}");

    assertThatExceptionOfType(HypervisorFailure.Unreachable.class)
        .isThrownBy(() -> hypervisor.state(GUEST));
  }

  @Test
  void aNodeWhoseNameCannotBeResolvedIsAway() {
    script.on(
        "GET /nodes/pve1/qemu/1042/status/current",
        TestHost.status(
            500,
            "hostname lookup 'pve1' failed - failed to get address info for: pve1: Name or service"
                + " not known",
            ""));

    assertThatExceptionOfType(HypervisorFailure.Unreachable.class)
        .isThrownBy(() -> hypervisor.state(GUEST));
  }

  @Test
  void aGuestThatNobodyHasIsAbsent() {
    elsewhere("");
    script.on("GET /cluster/nextid?vmid=1042", "\"1042\"");

    assertThat(hypervisor.state(GUEST)).isEmpty();
  }

  @Test
  void tellsFailuresApartByWhatToDo() {
    script.on("GET /cluster/nextid?vmid=1042", "\"1042\"");
    expect(HypervisorFailure.Locked.class, 500, "VM is locked (backup)");
    expect(
        HypervisorFailure.Locked.class,
        500,
        "can't lock file '/var/lock/qemu-server/lock-1042.conf' - got timeout");
    expect(HypervisorFailure.WrongState.class, 500, "VM 1042 already running");
    expect(
        HypervisorFailure.Absent.class,
        500,
        "Configuration file 'nodes/pve1/qemu-server/1042.conf' does not exist");
    expect(
        HypervisorFailure.Forbidden.class,
        403,
        "Permission check failed (/vms/1042, VM.PowerMgmt)");
    expect(HypervisorFailure.NotSignedIn.class, 401, "Authentication failed!");
    expect(
        HypervisorFailure.Unreachable.class,
        500,
        "unable to open file '/etc/pve/nodes/n1/qemu-server/206.conf.tmp.1' - Permission denied");
    expect(HypervisorFailure.AnswerLost.class, 524, "");
    expect(HypervisorFailure.Unreachable.class, 595, "Connection refused");
    expect(HypervisorFailure.AnswerLost.class, 596, "Connection timed out");
    expect(HypervisorFailure.Refused.class, 500, "something else");
  }

  @Test
  void takesAnAnswerWithoutATaskForALostOne() {
    for (var body : new String[] {"{\"data\":null}", "{\"data\":\"\"}", "", "<html></html>"}) {
      script.on("POST /nodes/pve1/qemu/1042/status/start", TestHost.status(200, "OK", body));

      assertThatExceptionOfType(HypervisorFailure.AnswerLost.class)
          .isThrownBy(() -> hypervisor.start(GUEST));
    }
  }

  @Test
  void saysWhoHoldsAGuest() {
    script.on(
        "POST /nodes/pve1/qemu/1042/status/start",
        TestHost.status(500, "VM is locked (snapshot-delete)", ""));

    assertThatExceptionOfType(HypervisorFailure.Locked.class)
        .isThrownBy(() -> hypervisor.start(GUEST))
        .satisfies(e -> assertThat(e.holder()).isEqualTo("snapshot-delete"));
  }

  @Test
  void reportsALostAnswerAsJustThat() {
    script.on("POST /nodes/pve1/qemu/1042/status/start", TestHost.drop());

    assertThatExceptionOfType(HypervisorFailure.AnswerLost.class)
        .isThrownBy(() -> hypervisor.start(GUEST));
    assertThat(script.calls()).hasSize(1);
  }

  @Test
  void aTakenIdIsNeitherAbsentNorWrong() {
    storage("local-lvm", "lvmthin");
    script.on(
        "POST /nodes/pve1/qemu",
        TestHost.status(
            500, "unable to create VM 1042 - VM 1042 already exists on node 'pve1'", ""));
    var source = new VmSource.Blank(null, "local-lvm", DiskSize.ofGib(1));

    assertThatExceptionOfType(HypervisorFailure.Exists.class)
        .isThrownBy(() -> hypervisor.createVm(PVE1, ID, vm(source), GuestSecrets.NONE, ""));
  }

  @Test
  void aMissingStorageIsARefusalNotAnAbsence() {
    script
        .on("GET /nodes/pve1/storage", "[]")
        .on("POST /nodes/pve1/qemu", TestHost.status(500, "storage 'nowhere' does not exist", ""));
    var source = new VmSource.Blank(null, "nowhere", DiskSize.ofGib(1));

    assertThatExceptionOfType(HypervisorFailure.Refused.class)
        .isThrownBy(() -> hypervisor.createVm(PVE1, ID, vm(source), GuestSecrets.NONE, ""))
        .withMessageContaining("storage 'nowhere' does not exist");
  }

  private void expect(Class<? extends HypervisorFailure> kind, int status, String reason) {
    script.on("POST /nodes/pve1/qemu/1042/status/start", TestHost.status(status, reason, ""));
    assertThatExceptionOfType(kind).isThrownBy(() -> hypervisor.start(GUEST));
  }

  private void storage(String name, String type) {
    script.on(
        "GET /nodes/pve1/storage",
        "[{\"storage\":\"%s\",\"type\":\"%s\",\"content\":\"images,rootdir\",\"active\":1,\"enabled\":1}]"
            .formatted(name, type));
  }

  private static NewVm vm(VmSource source) {
    return new NewVm(
        new GuestName("my-vm"),
        2,
        2048,
        source,
        List.of(),
        null,
        List.of(),
        "l26",
        "",
        List.of(),
        false);
  }
}
