package direttore.api.reservation;

import direttore.api.claim.ClaimView;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be booked, in answers. */
record PreviewView(
    OffsetDateTime startDt,
    OffsetDateTime endDt,
    @Nullable String proxmoxNode,
    List<ClaimView> claims,
    WindowView holds,
    List<OccurrenceView> occurrences) {
  /**
   * One date.
   *
   * @param refused what is in the way, or null
   */
  record OccurrenceView(OffsetDateTime startDt, OffsetDateTime endDt, @Nullable String refused) {
    static OccurrenceView of(Times times, @Nullable String refused) {
      return new OccurrenceView(
          Zones.at(times.window().from(), times.zone()),
          Zones.at(times.window().to(), times.zone()),
          refused);
    }
  }

  static PreviewView of(Times times, Window holds, List<Slot.Choice> choices) {
    return of(times, holds, choices, List.of(OccurrenceView.of(times, null)));
  }

  static PreviewView of(
      Times times, Window holds, List<Slot.Choice> choices, List<OccurrenceView> occurrences) {
    var claims = ClaimView.of(choices);
    return new PreviewView(
        Zones.at(times.window().from(), times.zone()),
        Zones.at(times.window().to(), times.zone()),
        ClaimView.node(claims),
        claims,
        WindowView.of(holds, times.zone()),
        occurrences);
  }
}
