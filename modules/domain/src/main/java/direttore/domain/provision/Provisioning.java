package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.allowance.Allowances;
import direttore.domain.allowance.AllowedPlaces;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.guestorder.VmidPool;
import direttore.domain.holding.Access;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.quota.Excess;
import direttore.domain.quota.Quotas;
import direttore.domain.quota.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes orders for new guests: checks them against the cluster before anything is asked of it. */
public final class Provisioning {
  private final Cluster cluster;
  private final Dispatch dispatch;
  private final VmidPool vmids;
  private final VmidRange range;
  private final Placement placement;
  private final CloneDecision clones;
  private final Access access;
  private final Quotas quotas;
  private final AllowedPlaces allowed;
  private final ReservedNodes reserved;
  private final ReservedPools pools;

  /**
   * @param vmids which of them are free
   * @param range the VMIDs that may be chosen for guests whose caller names none
   */
  public Provisioning(
      Cluster cluster,
      Dispatch dispatch,
      VmidPool vmids,
      VmidRange range,
      Access access,
      Quotas quotas,
      Allowances allowances,
      ReservedNodes reserved,
      ReservedPools pools) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.vmids = vmids;
    this.range = range;
    this.placement = new Placement(cluster);
    this.clones = new CloneDecision(cluster, access);
    this.access = access;
    this.quotas = quotas;
    this.allowed = new AllowedPlaces(allowances);
    this.reserved = reserved;
    this.pools = pools;
  }

  /**
   * Decides how to copy a template, or another guest. Refuses with {@code Forbidden} when it is
   * neither a template nor theirs to change.
   *
   * @param full what the caller wants, or null to decide from the storage: linked where the
   *     template's disks can be shared, else full
   * @param storage where a full copy shall go, or null for where the template is
   * @param obstacles where it is noted that the copy cannot be made so
   */
  public Copy cloneOf(
      NodeName node,
      VmId template,
      @Nullable Boolean full,
      @Nullable String storage,
      @Nullable DiskSize disk,
      Actor actor,
      Obstacles obstacles) {
    return clones.decide(node, template, full, storage, disk, actor, obstacles);
  }

  /** As {@link #cloneOf}, for more than one node: the template is read once. */
  CloneDecision.Copying copying(VmId template, Actor actor) {
    return clones.copying(template, actor);
  }

  /** Notes why no guest may be made there, whatever its VMID and its owner's quota. */
  void suits(
      NodeName node,
      GuestAction.Creation action,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    suitsLater(node, action, team, actor, obstacles);
    reserved.check(node, action, team, actor, obstacles);
  }

  private void suitsLater(
      NodeName node,
      GuestAction.Creation action,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    access.requireMake(actor, node, action.tags(), team);
    placement.check(node, action, obstacles);
    allowed.check(node, action, team, actor, obstacles);
  }

  /** What they may put a guest on. */
  AllowedPlaces allowed() {
    return allowed;
  }

  /**
   * Orders a guest.
   *
   * @param vmid the caller's choice, or null to let the server choose
   * @param team the team that shall have it too, or null
   * @param waitsForLock whether to wait while something else at Proxmox holds what it is copied
   *     from
   * @param obstacles what was found in the order's way already
   */
  public Operation create(
      NodeName node,
      @Nullable VmId vmid,
      GuestAction.Creation action,
      GuestSecrets secrets,
      @Nullable TeamName team,
      boolean waitsForLock,
      Submitter by,
      Obstacles obstacles) {
    check(node, vmid, action, team, by.actor(), obstacles);
    return dispatch.submit(
        new Submission(order(node, vmid, action, waitsForLock), secrets, by, team, null));
  }

  /** The order of a guest, whether or not anything is in its way. */
  public GuestOrder order(
      NodeName node, @Nullable VmId vmid, GuestAction.Creation action, boolean waitsForLock) {
    var choice = vmid == null ? free() : new VmidChoice.Given(vmid);
    return new GuestOrder(
        ClusterName.MAIN, action.guestKind(), node, choice, action, new Terms(waitsForLock, null));
  }

  /** Refuses with all that {@link #create} would refuse for, and does nothing else. */
  public void check(
      NodeName node,
      @Nullable VmId vmid,
      GuestAction.Creation action,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    look(node, vmid, action, team, actor, obstacles);
    pools.check(node, action.guestKind(), actor, obstacles);
    obstacles.check(() -> requireQuota(action, team, actor));
    obstacles.refuseIfAny();
  }

  /**
   * As {@link #check}, for a guest that has an owner already: the store knows what they may have.
   */
  public void checkAgain(
      NodeName node,
      @Nullable VmId vmid,
      GuestAction.Creation action,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    look(node, vmid, action, team, actor, obstacles);
    obstacles.refuseIfAny();
  }

  /**
   * As {@link #checkAgain}, for a guest that a reservation brings: who has the node then, and
   * whether it is within their quota, is decided with it.
   */
  public void checkReserved(
      NodeName node,
      @Nullable VmId vmid,
      GuestAction.Creation action,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    suitsLater(node, action, team, actor, obstacles);
    obstacles.check(() -> requireFree(vmid));
    obstacles.refuseIfAny();
  }

  /** How they stand, and the team. */
  private List<Standing> standings(@Nullable TeamName team, Actor actor) {
    return quotas.of(new PersonName(actor.name()), team == null ? List.of() : List.of(team));
  }

  private void look(
      NodeName node,
      @Nullable VmId vmid,
      GuestAction.Creation action,
      @Nullable TeamName team,
      Actor actor,
      Obstacles obstacles) {
    suits(node, action, team, actor, obstacles);
    obstacles.check(() -> requireFree(vmid));
  }

  private void requireQuota(GuestAction.Creation action, @Nullable TeamName team, Actor actor) {
    if (actor.person().isEmpty()) {
      return;
    }
    var excess =
        standings(team, actor).stream()
            .flatMap(standing -> standing.excess(action.size()).stream())
            .toList();
    if (!excess.isEmpty()) {
      throw Excess.refusal(excess, actor, e -> e.dimension().field(action.guestKind()));
    }
  }

  /** An order that came before, decided anew from the cluster as it is now. */
  GuestAction.Creation renewed(
      NodeName node, GuestAction.Creation action, Actor actor, Obstacles obstacles) {
    if (action instanceof GuestAction.CreateVm made
        && made.vm().source() instanceof VmSource.Clone c) {
      var copy = cloneOf(node, c.template(), c.full(), c.storage(), c.disk(), actor, obstacles);
      return new GuestAction.CreateVm(made.vm().from(copy.source()));
    }
    return action;
  }

  private void requireFree(@Nullable VmId vmid) {
    if (vmid == null) {
      nextVmid();
    } else {
      holder(vmid)
          .ifPresent(holder -> {
            throw new Refusal.VmidInUse(holder);
          });
    }
  }

  /** The VMID that a new guest would get now; another order may take it meanwhile. */
  public VmId nextVmid() {
    return vmids
        .lowest(ClusterName.MAIN, free())
        .orElseThrow(() ->
            new Refusal.VmidInUse(
                "all VMIDs from %s to %s are taken".formatted(range.first(), range.last())));
  }

  /** What has the VMID, in words; empty when a new guest may get it. */
  public Optional<String> holder(VmId vmid) {
    return guestOn(vmid)
        .or(() ->
            dispatch
                .activeOn(GuestOrder.subject(ClusterName.MAIN, vmid))
                .map(o ->
                    "vmid %s is taken by operation %s (%s)"
                        .formatted(vmid, o.id(), o.order().kind())));
  }

  /** The choice that is left to the server. */
  VmidChoice.Free free() {
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
