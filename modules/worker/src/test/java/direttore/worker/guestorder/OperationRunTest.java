package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Step;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationRunTest {
  private static final VmId VMID = new VmId(Lab.VMID);
  private final Lab lab = new Lab();

  @Test
  void makesAContainerAndStartsIt() {
    var operation = lab.run(lab.queue(Lab.container(true), GuestKind.LXC));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(operation.steps())
        .allSatisfy(s -> assertThat(s.state()).isEqualTo(Step.State.DONE))
        .extracting(s -> Objects.requireNonNull(s.upid()).type())
        .containsExactly("vzcreate", "vzstart");
    assertThat(lab.proxmox.the(VMID).running).isTrue();
  }

  @Test
  void copiesATemplateConfiguresItAndGrowsItsDisk() {
    lab.proxmox.add(9000, GuestKind.QEMU, false);

    var operation = lab.run(lab.queue(Lab.clone(true), GuestKind.QEMU));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.calls)
        .containsSubsequence("vmid-free", "clone", "configure", "grow", "start");
  }

  @Test
  void storesEachStepBeforeItsEffect() {
    var queued = lab.queue(Lab.vm(true), GuestKind.QEMU);
    var seen = new ArrayList<Step.State>();
    lab.proxmox.afterCall =
        () -> seen.add(lab.operations.find(queued.id()).nextStep().orElseThrow().state());

    lab.run(queued);

    assertThat(seen).containsExactly(Step.State.RUNNING, Step.State.RUNNING);
  }

  @Test
  void readsSecretsOnlyForTheStepThatNeedsThem() {
    lab.operations.secrets = new GuestSecrets("changeme", List.of());

    var operation = lab.run(lab.queue(Lab.container(true), GuestKind.LXC));

    assertThat(lab.operations.secretsRead).containsExactly(operation.id());
    assertThat(operation.toString()).doesNotContain("changeme");
  }

  @Test
  void waitsForALockAndShowsWhoHoldsIt() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    lab.proxmox.fail("start", new HypervisorFailure.Locked("VM is locked (backup)", "backup"));
    lab.proxmox.end("start", "VM is locked (snapshot)");
    lab.proxmox.end("start", "can't lock file '/var/lock/qemu-server/lock-105.conf' - got timeout");

    var operation = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(operation.waiting()).isNull();
    assertThat(lab.operations.waits)
        .containsExactly("locked by backup", "locked by snapshot", "locked by another task");
    assertThat(lab.proxmox.the(VMID).starts).isEqualTo(1);
  }

  @Test
  void carriesOnOnceProxmoxIsBack() {
    lab.proxmox.fail("create", new HypervisorFailure.Unreachable("connection refused", null));
    lab.proxmox.fail("vmid-free", new HypervisorFailure.Unreachable("connection refused", null));

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void keepsTheWarningsOfASuccess() {
    lab.proxmox.end("create", "WARNINGS: 2");
    lab.proxmox.taskLog =
        List.of("WARN: no DNS server", "fine", "WARN: old template", "TASK WARNINGS: 2");

    var operation = lab.run(lab.queue(Lab.container(false), GuestKind.LXC));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(operation.warnings()).containsExactly("no DNS server", "old template");
  }

  @Test
  void waitsALittleWhereTheCredentialsAreNotAcceptedForAMoment() {
    lab.proxmox.fail("create", new HypervisorFailure.NotSignedIn("Authentication failed!"));
    lab.proxmox.fail("create", new HypervisorFailure.NotSignedIn("Authentication failed!"));

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.guests).hasSize(1);
  }

  @Test
  void startingWhatRunsSucceedsAndSaysSo() {
    for (var kind : GuestKind.values()) {
      var own = new Lab();
      own.proxmox.add(Lab.VMID, kind, true);

      var operation = own.run(own.queue(Lab.power(PowerAction.START), kind));

      assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
      assertThat(operation.warnings())
          .containsExactly("%s 105 on pve1 was running already".formatted(kind.noun()));
    }
  }

  @Test
  void waitsUntilTheHaManagerHasStartedTheGuest() {
    var guest = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    guest.haState = "stopped";
    lab.proxmox.end("start", "OK");
    lab.later(Duration.ofSeconds(4), () -> guest.running = false);
    lab.later(Duration.ofSeconds(20), () -> guest.running = true);

    var operation = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(operation.upid().orElseThrow().type()).isEqualTo("hastart");
    assertThat(lab.proxmox.the(VMID).running).isTrue();
  }

  @Test
  void takesAGuestOutOfHaStopsAndDeletesIt() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true).haState = "started";

    var operation = lab.run(lab.queue(new GuestAction.Delete(true), GuestKind.QEMU));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.calls).containsSubsequence("leave-ha", "stop", "destroy");
    assertThat(lab.proxmox.guests).isEmpty();
  }

  @Test
  void stopsAtOnceWhenAnotherWorkerTookTheOperationUp() {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    lab.later(
        Duration.ofSeconds(1),
        () -> {
          lab.operations.dead.add(1);
          lab.operations.claim(operation.id(), 2);
        });

    assertThatExceptionOfType(Operations.Superseded.class).isThrownBy(() -> lab.run(operation));

    assertThat(lab.proxmox.count("start")).isZero();
    assertThat(lab.operations.find(operation.id()).state()).isEqualTo(State.RUNNING);
  }

  @Test
  void showsProgressAndLogToWhoWatches() {
    var operation = lab.queue(Lab.vm(false), GuestKind.QEMU);
    lab.operations.watch(operation.id());
    lab.proxmox.taskLog = List.of("transferred 2.0 GiB of 8.0 GiB (25.00%)");
    var seen = new ArrayList<Double>();
    lab.operations.afterRecord =
        () -> {
          var progress = lab.operations.find(operation.id()).progress();
          if (progress != null) {
            seen.add(progress);
          }
        };

    lab.run(operation);

    assertThat(seen).contains(0.25).endsWith(1.0);
  }

  private Operation goingOn() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false).description = "made by an earlier operation";
    var earlier =
        lab.queue(Lab.vm(true), GuestKind.QEMU).done(GuestStep.CREATE.wire(), lab.time.now());
    var done = earlier.steps().stream().limit(1).map(Step::inherited).toList();
    var submission =
        new Submission(
            earlier.order(),
            GuestSecrets.NONE,
            new Submitter(Actor.stranger("anna"), null, List.of()),
            null,
            new Submission.Retry(earlier.id(), List.of(), done));
    return lab.operations.put(
        Operation.queued(UUID.randomUUID(), submission.order(), "anna", lab.time.now())
            .submitted(submission));
  }

  @Test
  void goesOnAfterTheStepsThatAnEarlierOperationHasDone() {
    var operation = lab.run(goingOn());

    assertThat(operation.state()).as("%s", operation).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.calls).contains("start").doesNotContain("create");
    assertThat(lab.proxmox.the(VMID).running).isTrue();
  }

  @Test
  void leavesWhatAnEarlierOperationMadeWhenItIsCancelled() {
    var operation = goingOn();
    lab.operations.cancelled.add(operation.id());

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(ended.failure()).asString().contains("VM 105 on pve1 was made and is stopped");
    assertThat(lab.proxmox.guests).containsKey(VMID);
  }
}
