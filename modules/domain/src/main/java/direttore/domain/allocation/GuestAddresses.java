package direttore.domain.allocation;

import direttore.domain.Refusal;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartAddresses;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Holds an address for each NIC that is to have one of a prefix, before its guest is ordered: one
 * of those that its reservation claims. The allocation's id is made of the part, its round, the
 * attempt and the NIC, so that whoever asks again finds it.
 */
public final class GuestAddresses implements PartAddresses {
  private final Allocating allocating;

  public GuestAddresses(Allocating allocating) {
    this.allocating = allocating;
  }

  @Override
  public Addressed of(Part part, int attempt, GuestOrder order, Submitter by) {
    if (!(order.action() instanceof GuestAction.Creation making)) {
      return new Addressed.Ready(order);
    }
    var addressed = making;
    var coming = false;
    for (int nic = 0; nic < making.held().size(); nic++) {
      var prefix = making.held().get(nic).prefix();
      if (prefix == null) {
        continue;
      }
      var id = id(part, attempt, nic);
      var request =
          new Allocating.Request(
              prefix,
              "%s of reservation %d".formatted(part.name(), part.reservation()),
              null,
              null);
      var allocation = allocating.find(id);
      if (allocation.isEmpty() && allocating.coming(part.reservation(), prefix)) {
        coming = true;
      } else if (allocation.isEmpty()) {
        try {
          allocating.allocate(id, part.reservation(), request, by);
        } catch (Refusal.NotFound | Refusal.WrongState e) {
          return none(String.valueOf(e.getMessage()));
        }
        coming = true;
      } else {
        var there = allocation.get();
        switch (there.state()) {
          case TAKING -> coming = true;
          case HELD, USED -> addressed = holding(addressed, nic, there);
          case RELEASING, RELEASED -> {
            return none("NetBox gave no address of the prefix %d".formatted(prefix));
          }
        }
      }
    }
    return coming ? new Addressed.Coming() : new Addressed.Ready(order.doing(addressed));
  }

  private static Addressed none(String why) {
    return new Addressed.None(new Failure("no-address", why));
  }

  private GuestAction.Creation holding(
      GuestAction.Creation making, int nic, Allocation allocation) {
    var prefix = allocating.prefix(allocation);
    var gateway = prefix == null ? null : prefix.gateway();
    return making.holding(
        nic,
        allocation.id(),
        allocation.cidr(),
        gateway == null ? null : gateway.address().toString());
  }

  private static UUID id(Part part, int attempt, int nic) {
    var name = "%s/%d/%d/%d".formatted(part.id(), part.round(), attempt, nic);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
