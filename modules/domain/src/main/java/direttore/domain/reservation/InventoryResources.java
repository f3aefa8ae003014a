package direttore.domain.reservation;

import java.util.Optional;

/** Keeps the resources that stand in the inventory in step with its copy. */
public final class InventoryResources {
  private final InventoryLinks links;
  private final ResourceChanges changes;

  public InventoryResources(InventoryLinks links, ResourceChanges changes) {
    this.links = links;
    this.changes = changes;
  }

  /**
   * Does it, and sees to those who have reserved what is out of service now; answers that nothing
   * is wrong.
   */
  public Optional<String> keep() {
    if (links.keep() > 0) {
      changes.lookAhead();
    }
    return Optional.empty();
  }
}
