package direttore.domain.guestorder;

import direttore.domain.Refusal;
import direttore.domain.event.Event;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import direttore.domain.operation.Subject;
import java.util.List;
import java.util.Set;

/**
 * An order about one guest.
 *
 * @param cluster where the guest is, or is to be made, as is its node
 * @param choice how it got its VMID, or is to get it
 * @param terms under what it is carried out
 */
public record GuestOrder(
    ClusterName cluster,
    GuestKind guestKind,
    NodeName node,
    VmidChoice choice,
    GuestAction action,
    Terms terms)
    implements Order {
  /** The kind of a guest as a {@link Subject}. */
  public static final String SUBJECT = "guest";

  /** About a guest that is there, or is to be made under that VMID. */
  public GuestOrder(GuestRef guest, GuestAction action, Terms terms) {
    this(
        guest.cluster(),
        guest.kind(),
        guest.node(),
        new VmidChoice.Given(guest.vmid()),
        action,
        terms);
  }

  /** The order of an operation on a guest. */
  public static GuestOrder of(Operation operation) {
    return of(operation.order());
  }

  /** An order that is about a guest. */
  public static GuestOrder of(Order order) {
    if (order instanceof GuestOrder guestOrder) {
      return guestOrder;
    }
    throw new IllegalArgumentException(order.kind() + " is about no guest");
  }

  /** The guest that an operation is about. */
  public static GuestRef guest(Operation operation) {
    return of(operation).guest();
  }

  /** What an operation does to its guest. */
  public static GuestAction action(Operation operation) {
    return of(operation).action();
  }

  /** The operation where its guest is by now, with a word on that. */
  public static Operation movedTo(Operation operation, NodeName other) {
    var order = of(operation);
    return operation
        .reordered(order.on(other))
        .warned(
            List.of(
                "%s moved from %s to %s"
                    .formatted(order.guestKind.noun() + " " + order.vmid(), order.node, other)));
  }

  private GuestOrder on(NodeName other) {
    return new GuestOrder(cluster, guestKind, other, choice, action, terms);
  }

  /** Only once the VMID is chosen. */
  public VmId vmid() {
    return switch (choice) {
      case VmidChoice.Given(var vmid) -> vmid;
      case VmidChoice.Chosen(var vmid) -> vmid;
      case VmidChoice.Free free -> throw new IllegalStateException("the VMID is not chosen yet");
    };
  }

  /** Whether Direttore chose the VMID, and may choose another if it is taken. */
  public boolean vmidChosen() {
    return choice instanceof VmidChoice.Chosen;
  }

  /** With a VMID that Direttore chose. */
  public GuestOrder numbered(VmId chosen) {
    return new GuestOrder(cluster, guestKind, node, new VmidChoice.Chosen(chosen), action, terms);
  }

  public GuestRef guest() {
    return new GuestRef(cluster, guestKind, node, vmid());
  }

  /** Whether the guest is to be made, so that its VMID must be free. */
  public boolean creates() {
    return action.creates();
  }

  @Override
  public String kind() {
    return action.kind();
  }

  @Override
  public String about() {
    return guest().toString();
  }

  @Override
  public Subject subject() {
    return subject(cluster, vmid());
  }

  /** The guest of a VMID, as one order at a time may change it. */
  public static Subject subject(ClusterName cluster, VmId vmid) {
    return new Subject(SUBJECT, cluster + "/" + vmid);
  }

  @Override
  public String target() {
    return SUBJECT + "/" + vmid();
  }

  @Override
  public List<Event> endEvents() {
    return List.of(Event.of(guest()));
  }

  @Override
  public List<Step> steps() {
    return action.steps().stream().map(Step::pending).toList();
  }

  @Override
  public Refusal refusedBy(Operation holder) {
    if (creates()) {
      return new Refusal.VmidInUse(
          "vmid %s is taken by operation %s (%s)"
              .formatted(vmid(), holder.id(), holder.order().kind()));
    }
    return new Refusal.Busy(
        "%s is being changed by operation %s (%s); wait for it or cancel it"
            .formatted(holder.order().about(), holder.id(), holder.order().kind()),
        holder.id());
  }

  /** The same, doing something else. */
  public GuestOrder doing(GuestAction other) {
    return new GuestOrder(cluster, guestKind, node, choice, other, terms);
  }

  /** The same, whose number is chosen among those that are not taken, where any will do. */
  public GuestOrder avoiding(Set<VmId> taken) {
    return choice instanceof VmidChoice.Free(var range, var _)
        ? new GuestOrder(cluster, guestKind, node, new VmidChoice.Free(range, taken), action, terms)
        : this;
  }
}
