package direttore.api.claim;

import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reservation has of a resource, in answers; null for all of it. */
public record ClaimView(
    ResourceName resource,
    boolean whole,
    @Nullable Integer cores,
    @Nullable Long memory,
    @Nullable Long disk,
    @Nullable Integer vms,
    @Nullable Integer lxc) {
  public static ClaimView of(Claim claim) {
    return of(claim.resource(), claim.share());
  }

  static ClaimView of(Slot.Choice choice) {
    return of(choice.resource(), choice.share());
  }

  /** What would be claimed. */
  public static List<ClaimView> of(Collection<Slot.Choice> choices) {
    return choices.stream().map(ClaimView::of).toList();
  }

  private static ClaimView of(Resource.Ref resource, @Nullable Amount share) {
    var name = ResourceName.of(resource);
    return share == null
        ? new ClaimView(name, true, null, null, null, null, null)
        : new ClaimView(
            name, false, share.cores(), share.memory(), share.disk(), share.vms(), share.lxc());
  }

  /** The first node of these, or null. */
  public static @Nullable String node(Collection<ClaimView> claims) {
    return claims.stream()
        .map(ClaimView::resource)
        .filter(resource -> resource.kind().equals(ResourceKind.NODE.wire()))
        .map(ResourceName::name)
        .findFirst()
        .orElse(null);
  }
}
