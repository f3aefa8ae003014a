package direttore.acceptance;

import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operation on a guest that nobody else uses. */
enum Scenario {
  CREATE_VM(GuestKind.QEMU, true) {
    @Override
    GuestAction order() {
      return new GuestAction.CreateVm(vm(new VmSource.Blank(null, "local-lvm", DiskSize.ofGib(4))));
    }
  },
  CREATE_CONTAINER(GuestKind.LXC, true) {
    @Override
    GuestAction order() {
      return container(true);
    }
  },
  CLONE_FULL(GuestKind.QEMU, true) {
    @Override
    GuestAction order() {
      return new GuestAction.CreateVm(
          vm(
              new VmSource.Clone(
                  WorkerLab.TEMPLATE, true, WorkerLab.NODE, null, DiskSize.ofGib(40))));
    }
  },
  START(GuestKind.QEMU, true) {
    @Override
    GuestAction order() {
      return new GuestAction.Power(PowerAction.START, 0, false);
    }

    @Override
    VmId prepare(WorkerLab lab) {
      return stoppedVm(lab);
    }
  },
  SNAPSHOT(GuestKind.QEMU, true) {
    @Override
    GuestAction order() {
      return new GuestAction.TakeSnapshot(BEFORE, "a note", true);
    }

    @Override
    VmId prepare(WorkerLab lab) {
      return runningVm(lab);
    }
  },
  ROLLBACK(GuestKind.QEMU, true) {
    @Override
    GuestAction order() {
      return new GuestAction.RollBack(BEFORE, true);
    }

    @Override
    VmId prepare(WorkerLab lab) {
      var vmid = runningVm(lab);
      var upid =
          lab.pve()
              .post(
                  "/nodes/%s/qemu/%s/snapshot".formatted(NODE, vmid),
                  Map.of("snapname", BEFORE.value()));
      lab.pve().awaitOk(upid);
      return vmid;
    }
  },
  DELETE_RUNNING(GuestKind.QEMU, false) {
    @Override
    GuestAction order() {
      return new GuestAction.Delete(true);
    }

    @Override
    VmId prepare(WorkerLab lab) {
      return runningVm(lab);
    }
  };

  static final SnapshotName BEFORE = new SnapshotName("before");
  private static final NodeName NODE = WorkerLab.NODE;
  private final GuestKind kind;
  private final boolean runsAfterwards;

  Scenario(GuestKind kind, boolean runsAfterwards) {
    this.kind = kind;
    this.runsAfterwards = runsAfterwards;
  }

  /** The one snapshot that there is at the right end. */
  Optional<SnapshotName> snapshot() {
    return this == SNAPSHOT || this == ROLLBACK ? Optional.of(BEFORE) : Optional.empty();
  }

  /** What shall be done. */
  abstract GuestAction order();

  /** Makes what the order needs, and answers the VMID it is about. */
  VmId prepare(WorkerLab lab) {
    return lab.nextVmid();
  }

  GuestKind kind() {
    return kind;
  }

  /** Whether there is one running guest at the right end, or none at all. */
  boolean runsAfterwards() {
    return runsAfterwards;
  }

  private static NewVm vm(VmSource source) {
    return new NewVm(
        new GuestName("vm"),
        1,
        256,
        source,
        List.of(new VmNic("vmbr0", VmNic.Model.VIRTIO, null, Addressing.NONE)),
        null,
        List.of(),
        "l26",
        "",
        List.of(),
        true);
  }

  /** A new container that nobody starts. */
  static GuestAction stoppedContainer() {
    return container(false);
  }

  private static GuestAction container(boolean start) {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("ct"),
            1,
            256,
            0,
            "local-lvm",
            DiskSize.ofGib(2),
            "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz",
            List.of(
                new ContainerNic("eth0", "vmbr0", null, new Addressing("dhcp", null, null, null))),
            List.of(),
            true,
            false,
            "",
            List.of(),
            start));
  }

  private static VmId runningVm(WorkerLab lab) {
    var vmid = stoppedVm(lab);
    var upid = lab.pve().post("/nodes/%s/qemu/%s/status/start".formatted(NODE, vmid), Map.of());
    lab.pve().awaitOk(upid);
    return vmid;
  }

  private static VmId stoppedVm(WorkerLab lab) {
    var vmid = lab.nextVmid();
    var upid =
        lab.pve()
            .post(
                "/nodes/%s/qemu".formatted(NODE),
                Map.of(
                    "vmid",
                    vmid.toString(),
                    "name",
                    "vm",
                    "memory",
                    "256",
                    "scsi0",
                    "local-lvm:4",
                    "net0",
                    "virtio,bridge=vmbr0"));
    lab.pve().awaitOk(upid);
    return vmid;
  }
}
