package direttore.api.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import direttore.domain.allocation.Allocation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An allocation, as clients see it.
 *
 * @param until when it is given back; null once a guest is to have it
 * @param reservation for whose guest it was taken, or null
 */
public record AllocationView(
    UUID id,
    String address,
    @JsonProperty("prefix_id") long prefix,
    @Nullable Long addressId,
    String description,
    String state,
    String owner,
    Instant created,
    @Nullable Instant until,
    @Nullable GuestView guest,
    @Nullable Long reservation) {

  /**
   * The guest that an address is for.
   *
   * @param nic which of its NICs, from 0
   */
  public record GuestView(String type, String node, int vmid, int nic) {}

  public static AllocationView of(Allocation allocation) {
    return new AllocationView(
        allocation.id(),
        allocation.cidr(),
        allocation.prefix(),
        allocation.addressId(),
        allocation.description(),
        allocation.state().wire(),
        allocation.requester(),
        allocation.created(),
        allocation.use() == null ? allocation.until() : null,
        guest(allocation.use()),
        allocation.reservation());
  }

  private static @Nullable GuestView guest(Allocation.@Nullable Use use) {
    return use == null
        ? null
        : new GuestView(
            use.guest().kind().wire(),
            use.guest().node().value(),
            use.guest().vmid().value(),
            use.nic());
  }
}
