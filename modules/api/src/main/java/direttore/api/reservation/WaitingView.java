package direttore.api.reservation;

import com.fasterxml.jackson.annotation.JsonProperty;
import direttore.api.claim.WantedView;
import direttore.domain.access.TeamName;
import direttore.domain.reservation.waiting.Places.Standing;
import direttore.domain.reservation.waiting.WaitingEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wish in the waiting list, in answers.
 *
 * @param place null where it waits no more, or was offered something
 * @param likely null where no time is free, or none is known
 * @param heldBack why nothing is offered to it now, or null
 */
record WaitingView(
    long id,
    String title,
    String requester,
    @Nullable String team,
    @JsonProperty("private") boolean hidden,
    String notes,
    List<WantedView> claims,
    OffsetDateTime from,
    OffsetDateTime until,
    long minutes,
    String timeZone,
    String atStart,
    String atEnd,
    String state,
    @Nullable Integer place,
    @Nullable TimeView likely,
    @Nullable String heldBack,
    @Nullable OfferView offer,
    int passedOver,
    int lapsed,
    Instant since,
    boolean mine) {
  /** A time. */
  record TimeView(OffsetDateTime startDt, OffsetDateTime endDt) {
    static @Nullable TimeView of(Standing standing) {
      var likely = standing.likely();
      var zone = standing.entry().wish().zone();
      return likely == null
          ? null
          : new TimeView(Zones.at(likely.from(), zone), Zones.at(likely.to(), zone));
    }
  }

  /** Where a wish would stand. */
  record PlaceView(@Nullable Integer place, @Nullable TimeView likely) {
    static PlaceView of(Standing standing) {
      return new PlaceView(standing.place(), TimeView.of(standing));
    }
  }

  /**
   * What is kept for whoever waits.
   *
   * @param reservation its number
   * @param acceptBy until when it is kept
   */
  record OfferView(
      long reservation, OffsetDateTime startDt, OffsetDateTime endDt, OffsetDateTime acceptBy) {
    static OfferView of(WaitingEntry.Offer offer, ZoneId zone) {
      return new OfferView(
          offer.reservation(),
          Zones.at(offer.window().from(), zone),
          Zones.at(offer.window().to(), zone),
          Zones.at(offer.until(), zone));
    }
  }

  static WaitingView of(Standing standing, boolean mine) {
    var entry = standing.entry();
    var wish = entry.wish();
    var details = wish.details();
    var zone = wish.zone();
    return new WaitingView(
        entry.id(),
        details.title(),
        details.party().requester(),
        Optional.ofNullable(details.party().team()).map(TeamName::value).orElse(null),
        details.hidden(),
        details.notes(),
        wish.claims().stream().map(WantedView::of).toList(),
        Zones.at(wish.between().from(), zone),
        Zones.at(wish.between().to(), zone),
        wish.length().toMinutes(),
        zone.getId(),
        wish.atStart().wire(),
        wish.atEnd().wire(),
        state(entry),
        standing.place(),
        TimeView.of(standing),
        standing.heldBack(),
        Optional.ofNullable(entry.offer()).map(offer -> OfferView.of(offer, zone)).orElse(null),
        entry.passed(),
        entry.lapsed(),
        entry.since(),
        mine);
  }

  private static String state(WaitingEntry entry) {
    var ended = entry.ended();
    return ended != null ? ended.wire() : entry.offer() == null ? "waiting" : "offered";
  }
}
