package direttore.api.inventory;

import direttore.api.allocation.AllocationView;
import direttore.api.resource.UseView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has something of the inventory, in answers.
 *
 * @param id of the object at NetBox
 * @param now who has reserved it for now
 * @param next who has reserved it next, or null
 * @param allocation of an address, by which it was taken here; else null
 */
record HeldView(
    long id, List<UseView> now, @Nullable UseView next, @Nullable AllocationView allocation) {

  /** Who has what of a prefix. */
  record OfPrefix(List<ClaimedView> claims, List<AllocationView> allocations) {}

  /** Addresses that a reservation has. */
  record ClaimedView(String first, String last, UseView by) {}
}
