package direttore.proxmox.simulated;

import static direttore.proxmox.simulated.Walk.PVE1;
import static direttore.proxmox.simulated.Walk.PVE2;
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
import direttore.domain.node.Node;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.Upid;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.cluster.ProxmoxCluster;
import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.hypervisor.ProxmoxHypervisor;
import direttore.proxmox.transport.Parameters;
import direttore.simulator.fault.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedClusterTest {
  private final Lab lab = new Lab();
  private final Proxmox proxmox = lab.client();
  private final ProxmoxHypervisor hypervisor = new ProxmoxHypervisor(proxmox);
  private final Walk walk = new Walk(proxmox);

  @AfterEach
  void stop() {
    proxmox.close();
    lab.close();
  }

  @Test
  void doesEverythingThatDirettoreNeeds() {
    walk.all();
  }

  @Test
  void logsInWithAPasswordToo() {
    try (var byTicket = lab.login(lab.simulator.rootPassword())) {
      var other = new Walk(byTicket);
      other.looksAround();
      other.makesAVm();
    }
  }

  @Test
  void saysThatThePasswordIsWrong() {
    try (var byTicket = lab.login("guessed")) {
      assertThatExceptionOfType(ProxmoxFailure.Answered.class)
          .isThrownBy(byTicket::version)
          .withMessageContaining("did not accept the credentials")
          .withMessageNotContaining("guessed");
    }
  }

  @Test
  void saysWhatHoldsALockedGuest() {
    var change = Parameters.none().with("cores", 3);

    assertThatExceptionOfType(ProxmoxFailure.Answered.class)
        .isThrownBy(() -> proxmox.node(PVE1).qemu(new VmId(202)).configure(change))
        .satisfies(e -> assertThat(e.meaning()).isEqualTo(Meaning.LOCKED))
        .satisfies(e -> assertThat(e.holder()).contains("backup"));

    var end = walk.ended(hypervisor.stop(qemu(202))).end();
    assertThat(end).isEqualTo(new TaskEnd.Failed("VM is locked (backup)"));
  }

  @Test
  void doesNotDeleteWhatRunsOrIsProtected() {
    assertThatExceptionOfType(HypervisorFailure.WrongState.class)
        .isThrownBy(() -> hypervisor.destroy(qemu(200)))
        .withMessageContaining("is running");
    assertThatExceptionOfType(HypervisorFailure.WrongState.class)
        .isThrownBy(() -> hypervisor.destroy(qemu(206)))
        .withMessageContaining("protected");
  }

  @Test
  void knowsHaAndTakesAGuestOutOfIt() {
    var exam = qemu(204);
    assertThat(hypervisor.state(exam).orElseThrow().haState()).isEqualTo("started");
    assertThat(proxmox.cluster().haState(GuestKind.QEMU, exam.vmid())).contains("started");

    hypervisor.leaveHa(exam);
    hypervisor.leaveHa(exam);

    assertThat(hypervisor.state(exam).orElseThrow().haState()).isNull();
  }

  @Test
  void readsTheReasonOfAnOldHostThatGivesNoMessage() {
    lab.simulator.faults().oldHost(true);

    assertThatExceptionOfType(HypervisorFailure.Refused.class)
        .isThrownBy(() -> create(6001, "nowhere"))
        .withMessageContaining("storage 'nowhere' does not exist");
  }

  @Test
  void namesTheParameterThatProxmoxDoesNotAccept() {
    var wrong = Parameters.none().with("vmid", 6000).with("net0", "virtio,bridge=vmbr0,tag=5000");

    assertThatExceptionOfType(ProxmoxFailure.Answered.class)
        .isThrownBy(() -> proxmox.node(PVE1).create(GuestKind.QEMU, wrong))
        .withMessageContaining("net0.tag: value must have a maximum value of 4094")
        .satisfies(e -> assertThat(e.errors()).containsOnlyKeys("net0"));
  }

  @Test
  void aTakenIdIsTold() {
    assertThatExceptionOfType(HypervisorFailure.Exists.class)
        .isThrownBy(() -> create(205, "local-lvm"));
    assertThat(hypervisor.vmidFree(PVE1, new VmId(205), Set.of("local-lvm"))).isFalse();
  }

  @Test
  void aLostAnswerLeavesItsEffectToBeFound() {
    lab.simulator.faults().add(Fault.next("POST", "/nodes/pve1/qemu", new Fault.DropAfter()));

    assertThatExceptionOfType(HypervisorFailure.AnswerLost.class)
        .isThrownBy(() -> create(6002, "local-lvm"));

    assertThat(hypervisor.tasksSince(PVE1, Instant.now().minusSeconds(60)))
        .anyMatch(task -> task.upid().subject().equals("6002"));
  }

  @Test
  void anAnswerThatIsLostBeforeTheEffectLeavesNothing() {
    lab.simulator.faults().add(Fault.next("POST", "/nodes/pve1/qemu", new Fault.DropBefore()));

    assertThatExceptionOfType(HypervisorFailure.AnswerLost.class)
        .isThrownBy(() -> create(6003, "local-lvm"));

    assertThat(hypervisor.vmidFree(PVE1, new VmId(6003), Set.of("local-lvm"))).isTrue();
  }

  @Test
  void aNodeThatIsAwayIsToldApart() {
    lab.simulator.faults().nodeOffline("pve2");

    assertThatExceptionOfType(HypervisorFailure.Unreachable.class)
        .isThrownBy(() -> hypervisor.start(new GuestRef(GuestKind.QEMU, PVE2, new VmId(205))));
    var cluster = new ProxmoxCluster(proxmox, Clock.systemUTC());
    assertThat(cluster.nodes().value())
        .extracting(Node::status)
        .containsExactly(Node.Status.ONLINE, Node.Status.OFFLINE);
    assertThat(cluster.storages(PVE2).stale()).isTrue();
  }

  @Test
  void aStorageThatHangsDoesNotHideTheOthers() {
    lab.simulator.faults().storageHangs("nfs");
    var cluster = new ProxmoxCluster(proxmox, Clock.systemUTC());

    var templates = cluster.templates(PVE1);

    assertThat(templates.trouble()).isNotNull();
    assertThat(cluster.nodes().stale()).isFalse();
    assertThat(cluster.networks(PVE1).stale()).isFalse();
  }

  @Test
  void readsHowTasksEnd() {
    lab.simulator.faults().failNextTask("qmcreate", "no such luck");
    assertThat(walk.ended(create(6004, "local-lvm")).end())
        .isEqualTo(new TaskEnd.Failed("unable to create VM 6004 - no such luck"));

    lab.simulator.faults().warnNextTask("qmcreate", 2);
    assertThat(walk.ended(create(6005, "local-lvm")).end()).isEqualTo(new TaskEnd.Warnings(2));
  }

  @Test
  void manyReadersCostOneRequest() {
    var cluster = new ProxmoxCluster(proxmox, Clock.systemUTC());
    lab.simulator.traffic().reset();

    for (int i = 0; i < 100; i++) {
      assertThat(cluster.guests().value()).isNotEmpty();
    }

    assertThat(lab.simulator.traffic().latest().stream().map(call -> call.path()))
        .filteredOn(path -> !path.endsWith("/version"))
        .containsExactly("/cluster/resources");
  }

  @Test
  void tellsWhatStandsInTheWayOfADeletionAndWhatGoesWithIt() {
    var cluster = new ProxmoxCluster(proxmox, Clock.systemUTC());
    var guarded = cluster.removal(new GuestRef(GuestKind.QEMU, PVE1, new VmId(206)));
    var replicated = cluster.removal(new GuestRef(GuestKind.QEMU, PVE2, new VmId(205)));

    assertThat(guarded.guarded()).isTrue();
    assertThat(guarded.backupJobs()).containsExactly("backup-nightly");
    assertThat(replicated.guarded()).isFalse();
    assertThat(replicated.replicationJobs()).containsExactly("205-0");
  }

  private Upid create(int vmid, String storage) {
    var source = new VmSource.Blank(null, storage, DiskSize.ofGib(1));
    var vm =
        new NewVm(
            new GuestName("one"),
            1,
            512,
            source,
            List.of(),
            null,
            List.of(),
            "l26",
            "",
            List.of(),
            false);
    return hypervisor.createVm(PVE1, new VmId(vmid), vm, GuestSecrets.NONE, "");
  }

  private static GuestRef qemu(int vmid) {
    return new GuestRef(GuestKind.QEMU, PVE1, new VmId(vmid));
  }
}
