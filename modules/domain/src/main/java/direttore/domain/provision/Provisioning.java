package direttore.domain.provision;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guest.VmidRange;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Requester;
import direttore.domain.operation.VmidChoice;
import direttore.domain.operation.Wish;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes orders for new guests: checks them against the cluster before anything is asked of it. */
public final class Provisioning {
  private final Cluster cluster;
  private final Dispatch dispatch;
  private final VmidRange range;
  private final Placement placement;
  private final CloneDecision clones;

  /**
   * @param range the VMIDs that may be chosen for guests whose caller names none
   */
  public Provisioning(Cluster cluster, Dispatch dispatch, VmidRange range) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.range = range;
    this.placement = new Placement(cluster);
    this.clones = new CloneDecision(cluster);
  }

  /**
   * Decides how to copy a template.
   *
   * @param full what the caller wishes, or null to decide from the storage: linked where the
   *     template's disks can be shared, else full
   * @param storage where a full copy shall go, or null for where the template is
   */
  public VmSource.Clone cloneOf(
      NodeName node,
      VmId template,
      @Nullable Boolean full,
      @Nullable String storage,
      @Nullable DiskSize disk) {
    return clones.decide(node, template, full, storage, disk);
  }

  /**
   * Orders a VM.
   *
   * @param vmid the caller's choice, or null to let the server choose
   */
  public Operation createVm(
      NodeName node, @Nullable VmId vmid, NewVm vm, GuestSecrets secrets, Requester by) {
    placement.check(node, vm);
    return dispatch.submit(
        new Wish(new Order.CreateVm(vm), GuestKind.QEMU, node, choice(vmid), secrets, by));
  }

  /** Orders a container; see {@link #createVm}. */
  public Operation createContainer(
      NodeName node,
      @Nullable VmId vmid,
      NewContainer container,
      GuestSecrets secrets,
      Requester by) {
    placement.check(node, container);
    return dispatch.submit(
        new Wish(
            new Order.CreateContainer(container), GuestKind.LXC, node, choice(vmid), secrets, by));
  }

  /** Refuses what {@link #createVm} would refuse, and does nothing. */
  public void checkVm(NodeName node, @Nullable VmId vmid, NewVm vm) {
    placement.check(node, vm);
    requireFree(vmid);
  }

  /** Refuses what {@link #createContainer} would refuse, and does nothing. */
  public void checkContainer(NodeName node, @Nullable VmId vmid, NewContainer container) {
    placement.check(node, container);
    requireFree(vmid);
  }

  private void requireFree(@Nullable VmId vmid) {
    if (vmid != null) {
      holder(vmid)
          .ifPresent(holder -> {
            throw new Refusal.VmidInUse(holder);
          });
    }
  }

  /** The VMID that a new guest would get now; another order may take it meanwhile. */
  public VmId nextVmid() {
    var taken = taken();
    return IntStream.rangeClosed(range.first().value(), range.last().value())
        .mapToObj(VmId::new)
        .filter(vmid -> !taken.contains(vmid) && dispatch.activeOn(vmid).isEmpty())
        .findFirst()
        .orElseThrow(() ->
            new Refusal.VmidInUse(
                "all VMIDs from %s to %s are taken".formatted(range.first(), range.last())));
  }

  /** What has the VMID, in words; empty when a new guest may get it. */
  public Optional<String> holder(VmId vmid) {
    return guestOn(vmid)
        .or(() ->
            dispatch
                .activeOn(vmid)
                .map(o ->
                    "vmid %s is taken by operation %s (%s)"
                        .formatted(vmid, o.id(), o.order().kind())));
  }

  private VmidChoice choice(@Nullable VmId vmid) {
    if (vmid == null) {
      return free();
    }
    guestOn(vmid)
        .ifPresent(holder -> {
          throw new Refusal.VmidInUse(holder);
        });
    return new VmidChoice.Given(vmid);
  }

  /** The choice that is left to the server. */
  VmidChoice free() {
    return new VmidChoice.Free(range, taken());
  }

  private Set<VmId> taken() {
    return cluster.guests().value().stream()
        .map(g -> g.ref().vmid())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<String> guestOn(VmId vmid) {
    return cluster
        .guest(vmid)
        .map(g ->
            "vmid %s is taken by %s %s on %s"
                .formatted(vmid, g.ref().kind().noun(), g.name(), g.ref().node()));
  }
}
