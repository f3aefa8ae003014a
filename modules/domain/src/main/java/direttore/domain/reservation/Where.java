package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calendar of the first Direttore says of a reservation's place; claims decide. */
public record Where(GuestKind type, @Nullable NodeName node, @Nullable VmId vmid) {
  /** The same without what claims do not name; of a guest that they name the node may be said. */
  public Where within(List<ClaimRequest> claims) {
    var guest = vmid != null && claims.contains(ClaimRequest.guest(vmid)) ? vmid : null;
    var named = guest != null || claims.stream().anyMatch(each -> names(each, node));
    return new Where(type, named ? node : null, guest);
  }

  private static boolean names(ClaimRequest claim, @Nullable NodeName node) {
    return node != null && node.equals(claim.node());
  }

  /** Refuses a node or a guest that nobody is kept off, as claims do not name it. */
  public void requireWithin(List<ClaimRequest> claims) {
    var named = within(claims);
    if (vmid != null && named.vmid == null) {
      throw new Refusal.Invalid("vmid", "must be a guest that claims name");
    }
    if (node != null && named.node == null) {
      throw new Refusal.Invalid("proxmox_node", "must be a node that claims name");
    }
  }
}
