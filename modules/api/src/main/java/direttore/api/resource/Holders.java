package direttore.api.resource;

import direttore.domain.access.Actor;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.MadeGuests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has which resource now, until when, and who comes next. */
public final class Holders {
  private static final Duration AHEAD = Duration.ofDays(31);

  /** Grace and tidying. */
  private static final Duration LONGEST_MARGINS = Margins.LONGEST.multipliedBy(2);

  private static final Set<Phase> HOLDING =
      Set.of(
          Phase.REQUESTED,
          Phase.OFFERED,
          Phase.BOOKED,
          Phase.PREPARING,
          Phase.RUNNING,
          Phase.RETURNING);

  private final Reservations reservations;
  private final MadeGuests made;
  private final ZoneId zone;
  private final Clock clock;

  public Holders(Reservations reservations, MadeGuests made, ZoneId zone, Clock clock) {
    this.reservations = reservations;
    this.made = made;
    this.zone = zone;
    this.clock = clock;
  }

  /** How it stands at this moment, for whoever looks. */
  Now now(Actor viewer) {
    var now = clock.instant();
    var byResource = new HashMap<Integer, List<Held>>();
    var page = reservations.page(holding(now, viewer));
    for (var reservation : page.reservations()) {
      for (var claim : reservation.claims()) {
        if (claim.holding()) {
          byResource
              .computeIfAbsent(claim.resource().id(), id -> new ArrayList<>())
              .add(new Held(reservation, claim.during(), claim.share()));
        }
      }
    }
    return new Now(now, byResource, made(page.reservations()), viewer, zone);
  }

  /** Also those that have ended and still hold something, as in their grace. */
  private static ReservationFilter holding(Instant now, Actor viewer) {
    return new ReservationFilter(
        now.minus(LONGEST_MARGINS),
        now.plus(AHEAD),
        null,
        null,
        EnumSet.allOf(Status.class),
        HOLDING,
        Set.of(),
        false,
        null,
        null,
        null,
        viewer,
        null,
        ReservationFilter.MOST);
  }

  /** By their names, the guests that were made for reservations, which are wholly theirs. */
  private Map<String, Held> made(List<Reservation> all) {
    var byId = all.stream().collect(Collectors.toMap(Reservation::id, Function.identity()));
    return made.of(byId.keySet()).entrySet().stream()
        .collect(
            Collectors.toMap(
                each -> each.getKey().toString(),
                each -> whole(Objects.requireNonNull(byId.get(each.getValue())))));
  }

  private static Held whole(Reservation reservation) {
    return new Held(reservation, reservation.holds(), null);
  }

  /** What a reservation has of something, and when. */
  record Held(Reservation reservation, Window during, @Nullable Amount share) {}

  /**
   * How it stands at a moment.
   *
   * @param held by the resources' ids
   * @param made by the names of guests
   */
  record Now(
      Instant moment,
      Map<Integer, List<Held>> held,
      Map<String, Held> made,
      Actor viewer,
      ZoneId zone) {
    ResourceView view(Resource resource) {
      var its = its(resource);
      var now =
          its.stream().filter(each -> each.during().contains(moment)).map(this::view).toList();
      var next =
          its.stream()
              .filter(each -> each.during().from().isAfter(moment))
              .map(this::view)
              .findFirst()
              .orElse(null);
      return ResourceView.of(resource, now, next, zone);
    }

    private List<Held> its(Resource resource) {
      var claimed = held.getOrDefault(resource.id(), List.of());
      var owner = resource.kind() == ResourceKind.GUEST ? made.get(resource.name()) : null;
      return owner == null ? claimed : Stream.concat(Stream.of(owner), claimed.stream()).toList();
    }

    private UseView view(Held each) {
      return UseView.of(each.reservation(), each.during(), each.share(), viewer, zone);
    }
  }
}
