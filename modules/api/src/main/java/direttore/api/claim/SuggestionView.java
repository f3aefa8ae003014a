package direttore.api.claim;

import direttore.domain.reservation.Slot;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time in which what was wanted could be had, in answers. */
public record SuggestionView(
    OffsetDateTime startDt,
    OffsetDateTime endDt,
    @Nullable String proxmoxNode,
    List<ClaimView> claims,
    List<WantedView> newClaims,
    boolean sameTime) {
  public static SuggestionView of(Slot slot, ZoneId zone) {
    var claims = ClaimView.of(slot.claims());
    return new SuggestionView(
        slot.window().from().atZone(zone).toOffsetDateTime(),
        slot.window().to().atZone(zone).toOffsetDateTime(),
        ClaimView.node(claims),
        claims,
        slot.requests().stream().filter(each -> !each.kind().limit()).map(WantedView::of).toList(),
        slot.sameTime());
  }
}
