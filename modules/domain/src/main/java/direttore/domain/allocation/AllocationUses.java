package direttore.domain.allocation;

import direttore.domain.Refusal;
import direttore.domain.guest.Addressing;
import direttore.domain.guestorder.GuestAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Which NIC of a new guest has which of the addresses that are held for it.
 *
 * @param all by NIC
 */
public record AllocationUses(List<Use> all) {
  public AllocationUses {
    all = List.copyOf(all);
  }

  /** Those that an order names. Refuses with {@code Invalid} one that it names twice. */
  public AllocationUses(GuestAction.Creation making) {
    this(uses(making.held()));
  }

  private static List<Use> uses(List<GuestAction.HeldFor> held) {
    var uses = new ArrayList<Use>();
    var seen = new HashSet<UUID>();
    for (int nic = 0; nic < held.size(); nic++) {
      for (var id : held.get(nic).allocations()) {
        var use = new Use(nic, id, held.get(nic).addressing());
        if (!seen.add(id)) {
          throw new Refusal.Invalid(use.field(), "must not name an allocation twice");
        }
        uses.add(use);
      }
    }
    return uses;
  }

  /** An address that is held for a NIC, which has that addressing. */
  public record Use(int nic, UUID allocation, Addressing addressing) {
    /** The field that names it. */
    public String field() {
      return "nics[%d].allocations".formatted(nic);
    }

    /** Refuses with {@code Invalid} where the NIC is to have another static address than that. */
    public void refuseAnother(String host) {
      var name = host.contains(":") ? "ip6" : "ip";
      var set = host.contains(":") ? addressing.ip6() : addressing.ip();
      if (set != null && set.contains("/") && !set.substring(0, set.indexOf('/')).equals(host)) {
        throw new Refusal.Invalid(
            "nics[%d].%s".formatted(nic, name), "must be %s, which is held for it".formatted(host));
      }
    }
  }
}
