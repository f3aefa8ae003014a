package direttore.proxmox.hypervisor;

import static direttore.proxmox.hypervisor.Failures.asking;
import static direttore.proxmox.hypervisor.Failures.making;

import direttore.domain.guest.Birth;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.hypervisor.GuestIdentity;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.proxmox.api.GuestApi;
import direttore.proxmox.api.GuestConfig;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.api.Sighting;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.property.Bytes;
import direttore.proxmox.transport.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hypervisor that is a Proxmox VE cluster. */
public final class ProxmoxHypervisor implements Hypervisor {
  private final Proxmox proxmox;

  public ProxmoxHypervisor(Proxmox proxmox) {
    this.proxmox = proxmox;
  }

  @Override
  public Upid createVm(
      NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets, String description) {
    if (!(vm.source() instanceof VmSource.Blank blank)) {
      throw new IllegalArgumentException("%s is not made from nothing".formatted(vm.name()));
    }
    var format = asking(() -> format(blank.storage()));
    var parameters = VmParameters.create(vmid, vm, blank, format, secrets, description);
    return making(() -> proxmox.node(node).create(GuestKind.QEMU, parameters));
  }

  @Override
  public Upid cloneVm(
      NodeName node, VmId vmid, NewVm vm, VmSource.Clone source, String description) {
    var storage = source.storage();
    var format = storage == null ? null : asking(() -> format(storage));
    var parameters =
        VmParameters.clone(node, vmid, vm, source, format).with("description", description);
    return making(
        () -> proxmox.node(source.sourceNode()).qemu(source.template()).clone(parameters));
  }

  /** The format that can take snapshots, null on storages that have only one anyway. */
  private @Nullable String format(String storage) {
    try {
      return Storage.fileBased(proxmox.storageType(storage)) ? "qcow2" : null;
    } catch (ProxmoxFailure.Answered e) {
      return null; // what is wrong with the storage, Proxmox says better when it shall use it
    }
  }

  @Override
  public void configureClone(NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets) {
    var guest = new GuestRef(GuestKind.QEMU, node, vmid);
    var now = of(guest, GuestApi::config);
    run(() -> api(guest).configure(VmParameters.adapt(now, vm, secrets)));
  }

  @Override
  public @Nullable Upid growDisk(NodeName node, VmId vmid, DiskSize size) {
    var guest = new GuestRef(GuestKind.QEMU, node, vmid);
    var disk = toGrow(vmid, of(guest, GuestApi::config));
    if (Bytes.parse(disk.size()) >= size.bytes()) {
      return null;
    }
    return of(guest, api -> api.resize(disk.key(), size.toString())).orElse(null);
  }

  /** A disk cannot be made smaller again, so that only the certain one is grown. */
  private static GuestConfig.Slot toGrow(VmId vmid, GuestConfig config) {
    return config
        .bootDisk()
        .orElseThrow(() -> {
          var disks = config.disks().stream().map(GuestConfig.Slot::key).toList();
          return new HypervisorFailure.Refused(
              disks.isEmpty()
                  ? "VM %s has no disk that could grow.".formatted(vmid)
                  : "It is not certain which disk of VM %s it starts from (%s), so that none was grown."
                      .formatted(vmid, String.join(", ", disks)),
              Map.of());
        });
  }

  @Override
  public Upid createContainer(
      NodeName node, VmId vmid, NewContainer container, GuestSecrets secrets, String description) {
    var parameters = ContainerParameters.create(vmid, container, secrets, description);
    return making(() -> proxmox.node(node).create(GuestKind.LXC, parameters));
  }

  @Override
  public Upid start(GuestRef guest) {
    return of(guest, api -> api.start());
  }

  @Override
  public Upid stop(GuestRef guest) {
    return of(guest, api -> api.stop());
  }

  @Override
  public Upid reboot(GuestRef guest, int timeout) {
    return of(guest, api -> api.reboot(timeout));
  }

  @Override
  public Upid shutdown(GuestRef guest, int timeout, boolean forceStop) {
    return of(guest, api -> api.shutdown(timeout, forceStop));
  }

  @Override
  public Upid resume(GuestRef guest) {
    return of(guest, api -> api.resume());
  }

  @Override
  public void leaveHa(GuestRef guest) {
    try {
      run(() -> proxmox.cluster().leaveHa(guest.kind(), guest.vmid()));
    } catch (HypervisorFailure.Absent e) {
      // HA does not manage it, which is what was asked for.
    }
  }

  @Override
  public Upid destroy(GuestRef guest) {
    return of(guest, api -> api.delete(true));
  }

  @Override
  public Upid takeSnapshot(GuestRef guest, SnapshotName name, String description, boolean ram) {
    var parameters =
        Parameters.none()
            .with("snapname", name)
            .with("description", description.isEmpty() ? null : description)
            .with("vmstate", ram ? 1 : null);
    return of(guest, api -> api.takeSnapshot(parameters));
  }

  @Override
  public Upid rollBack(GuestRef guest, SnapshotName name) {
    return of(guest, api -> api.rollBack(name.value()));
  }

  @Override
  public Upid deleteSnapshot(GuestRef guest, SnapshotName name) {
    return of(guest, api -> api.deleteSnapshot(name.value()));
  }

  @Override
  public Optional<SnapshotTree> snapshots(GuestRef guest) {
    return whereThere(guest, GuestApi::snapshots);
  }

  @Override
  public Optional<GuestIdentity> identity(GuestRef guest) {
    return whereThere(guest, GuestApi::config)
        .map(config ->
            new GuestIdentity(Birth.of(config.withoutSecrets()), config.lock().orElse(null)));
  }

  @Override
  public Optional<GuestState> state(GuestRef guest) {
    return whereThere(guest, ProxmoxHypervisor::read);
  }

  /** Empty only where the guest is proven to be nowhere in the cluster. */
  private <T> Optional<T> whereThere(GuestRef guest, Function<GuestApi, T> reading) {
    try {
      return Optional.of(of(guest, reading));
    } catch (HypervisorFailure.Absent e) {
      return Optional.empty();
    }
  }

  /**
   * What the guest gives; {@code Absent} only where no guest of the cluster has its id and kind.
   */
  private <T> T of(GuestRef guest, Function<GuestApi, T> call) {
    try {
      return call.apply(api(guest));
    } catch (ProxmoxFailure.Answered e) {
      throw switch (e.meaning()) {
        case NO_GUEST -> elsewhere(guest, e);
        case NOT_FOUND -> new HypervisorFailure.Refused(e.sentence(), e.errors());
        default -> Failures.of(e);
      };
    } catch (ProxmoxFailure e) {
      throw Failures.of(e);
    }
  }

  private HypervisorFailure elsewhere(GuestRef guest, ProxmoxFailure.Answered said) {
    return switch (asking(() -> proxmox.cluster().sighting(guest.vmid()))) {
      case Sighting.Free s -> new HypervisorFailure.Absent(said.sentence());
      case Sighting.At s when s.guest().kind() != guest.kind() ->
          new HypervisorFailure.Absent(said.sentence());
      case Sighting.At s when s.guest().equals(guest) ->
          new HypervisorFailure.Unreachable(
              "the cluster lists %s, though %s does not know it".formatted(guest, guest.node()),
              said);
      case Sighting.At s -> new HypervisorFailure.Moved(s.guest());
      case Sighting.Hidden s ->
          new HypervisorFailure.Forbidden(
              "%s is not there any more, and the Proxmox account does not see where it is"
                  .formatted(guest));
    };
  }

  private static GuestState read(GuestApi guest) {
    var status = guest.current();
    var ha = status.row("ha");
    return new GuestState(
        status.text("status").equals("running"),
        status.text("qmpstatus").equals("paused"),
        status.flag("template"),
        guest.config().text("description"),
        status.filled("lock").orElse(null),
        ha.flag("managed") ? ha.optional("state").orElse("started") : null);
  }

  @Override
  public boolean vmidFree(NodeName node, VmId vmid, Set<String> storages) {
    return asking(() ->
        proxmox.cluster().free(vmid)
            && storages.stream().flatMap(s -> volumes(node, s, vmid)).findAny().isEmpty());
  }

  @Override
  public Set<String> storages(GuestRef guest) {
    return whereThere(guest, GuestApi::config).stream()
        .flatMap(config -> Stream.concat(config.disks().stream(), config.firmware().stream()))
        .flatMap(slot -> Stream.ofNullable(slot.volume().onStorage()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> volumes(NodeName node, String storage, VmId vmid) {
    try {
      return proxmox.node(node).storage(storage).content(null, vmid.value()).stream()
          .filter(c -> c.content().equals("images") || c.content().equals("rootdir"))
          .map(c -> c.volid());
    } catch (ProxmoxFailure.Answered e) {
      return Stream.empty(); // out of reach, so that nothing can be made on it either
    }
  }

  @Override
  public Set<VmId> vmids() {
    return asking(() -> proxmox.cluster().resources()).guests().stream()
        .map(guest -> guest.ref().vmid())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Duration ahead() {
    return proxmox.ahead();
  }

  @Override
  public TaskReport task(Upid task) {
    return asking(() -> proxmox.node(task.node()).tasks().status(task));
  }

  @Override
  public Collection<TaskReport> recentTasks() {
    return asking(() -> proxmox.cluster().tasks());
  }

  @Override
  public List<TaskReport> endedTasks(NodeName node, Instant since, int limit) {
    // Proxmox's own "since" looks at the start; what matters here is the end.
    return asking(() -> proxmox.node(node).tasks().ended(limit)).stream()
        .filter(task -> task.ended() != null && !task.ended().isBefore(since))
        .toList();
  }

  @Override
  public List<TaskReport> tasksSince(NodeName node, Instant since) {
    return asking(() -> proxmox.node(node).tasks().since(since));
  }

  @Override
  public List<String> log(Upid task, int lines) {
    return asking(() -> proxmox.node(task.node()).tasks().log(task, lines));
  }

  @Override
  public void interrupt(Upid task) {
    run(() -> proxmox.node(task.node()).tasks().stop(task));
  }

  private GuestApi api(GuestRef guest) {
    return proxmox.node(guest.node()).guest(guest.kind(), guest.vmid());
  }

  private static void run(Runnable call) {
    asking(() -> {
      call.run();
      return true;
    });
  }
}
