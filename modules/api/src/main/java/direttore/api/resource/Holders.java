package direttore.api.resource;

import direttore.domain.access.Actor;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has which resource now, until when, and who comes next. */
public final class Holders {
  private static final Duration AHEAD = Duration.ofDays(31);
  private final Reservations reservations;
  private final ZoneId zone;
  private final Clock clock;

  public Holders(Reservations reservations, ZoneId zone, Clock clock) {
    this.reservations = reservations;
    this.zone = zone;
    this.clock = clock;
  }

  /** How it stands at this moment, for whoever looks. */
  Now now(Actor viewer) {
    var now = clock.instant();
    var byResource = new HashMap<Integer, List<Held>>();
    var page = reservations.page(ReservationFilter.in(new Window(now, now.plus(AHEAD)), viewer));
    for (var reservation : page.reservations()) {
      for (var claim : reservation.claims()) {
        if (claim.holding()) {
          byResource
              .computeIfAbsent(claim.resource().id(), id -> new ArrayList<>())
              .add(new Held(reservation, claim));
        }
      }
    }
    return new Now(now, byResource, viewer, zone);
  }

  /** A claim and the reservation that it is of. */
  record Held(Reservation reservation, Claim claim) {}

  /** How it stands at a moment, by the resources' ids. */
  record Now(Instant moment, Map<Integer, List<Held>> held, Actor viewer, ZoneId zone) {
    ResourceView view(Resource resource) {
      var its = held.getOrDefault(resource.id(), List.of());
      var now =
          its.stream()
              .filter(each -> each.claim().during().contains(moment))
              .map(this::view)
              .toList();
      var next =
          its.stream()
              .filter(each -> each.claim().during().from().isAfter(moment))
              .map(this::view)
              .findFirst()
              .orElse(null);
      return ResourceView.of(resource, now, next, zone);
    }

    private UseView view(Held each) {
      return UseView.of(each.reservation(), each.claim(), viewer, zone);
    }
  }
}
