package direttore.domain.reservation;

import java.util.Collection;
import java.util.Map;

/** Which resources stand in the inventory, and as what. */
public interface InventoryLinks {
  /**
   * Has devices, VLANs and pools of addresses of the inventory's copy be resources. What is new
   * becomes one, or takes over the one of its name that no other object has. What has another name
   * stays the same resource. What is not active, excluded or gone is out of service. Nothing is
   * changed while the copy was never whole.
   *
   * @return how many resources are new or another way now
   */
  int keep();

  /** What these are in the inventory, by their ids; nothing for what comes from elsewhere. */
  Map<Integer, InventoryLink> of(Collection<Integer> resources);
}
