package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Care;
import direttore.domain.reservation.life.CheckedLife;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.waiting.Offers;
import direttore.store.operation.Safe;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts and bells of reservations, written with them. */
public final class LifeConsequences implements Consequences {
  private final MadeParts made;
  private final Function<VmId, Optional<GuestRef>> guests;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /**
   * @param guests where the guest of a VMID is, if there is one
   */
  public LifeConsequences(
      Safe safe, Function<VmId, Optional<GuestRef>> guests, Clock clock, Supplier<UUID> ids) {
    this.made = new MadeParts(new Secrets(safe), ids);
    this.guests = guests;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Optional<List<Bell>> bellsAlone(Reservation reservation) {
    if (brings(reservation)) {
      return Optional.empty();
    }
    return Optional.of(bells(reservation, List.of()));
  }

  private static List<Bell> bells(Reservation reservation, List<Part> parts) {
    return switch (reservation.phase()) {
      case BOOKED ->
          Bell.of(reservation.window(), reservation.margins(), reservation.checkIn(), parts);
      case OFFERED -> {
        var until = Offers.until(reservation.created(), reservation.window().from());
        yield List.of(new Bell(BellKind.OFFER_ENDS, until));
      }
      default -> List.of();
    };
  }

  @Override
  public void booked(DbExecute execute, Reservation reservation) {
    made.add(execute, reservation);
    addNamed(execute, reservation, List.of());
    // Most bring nothing, and are decided under locks that others wait for.
    var stored = brings(reservation) ? PartRows.of(execute, reservation.id()) : List.<Part>of();
    LifeRows.add(execute, reservation.id(), bells(reservation, stored));
  }

  private static boolean brings(Reservation reservation) {
    return !reservation.guests().isEmpty() || named(reservation).findAny().isPresent();
  }

  /**
   * Its guests that were there.
   *
   * @param before the parts that it had: what is known of their guests stays known, also while
   *     nobody sees them
   */
  private void addNamed(DbExecute execute, Reservation reservation, List<Part> before) {
    var care = Care.named(reservation.atStart(), reservation.atEnd().ofNamed());
    var known = known(before);
    named(reservation)
        .forEach(vmid -> {
          var part = known.get(vmid);
          var seen = part == null ? null : part.guest();
          var guest = guests.apply(vmid).or(() -> Optional.ofNullable(seen));
          var birth = part == null ? null : part.birth();
          PartRows.add(
              execute,
              reservation.id(),
              new PartRows.Named(guest.orElseThrow(() -> missing(vmid)), birth, care),
              ids.get());
        });
  }

  private static Map<VmId, Part> known(List<Part> parts) {
    var known = new HashMap<VmId, Part>();
    for (var part : parts) {
      var guest = part.guest();
      if (!part.made() && guest != null) {
        known.put(guest.vmid(), part);
      }
    }
    return known;
  }

  private static Refusal missing(VmId vmid) {
    return new Refusal.Unknown("guest", "claims", "There is no guest " + vmid);
  }

  /** The guests that it claims and does something with. */
  private static Stream<VmId> named(Reservation reservation) {
    return !reservation.atStart().starts() && reservation.atEnd().ofNamed().equals(AtEnd.NOTHING)
        ? Stream.of()
        : reservation.claims().stream()
            .filter(claim -> claim.resource().kind() == ResourceKind.GUEST)
            .map(claim -> VmId.parse(claim.resource().name()))
            .distinct();
  }

  /** What is done with a part of the reservation. */
  private static Care care(Reservation reservation, Part part) {
    return part.made()
        ? reservation.guests().stream()
            .filter(guests -> guests.includes(part.name()))
            .findFirst()
            .map(guests -> guests.care(reservation.atEnd()))
            .orElseGet(() -> part.care().ending(reservation.atEnd().ofMade()))
        : part.care().ending(reservation.atEnd().ofNamed());
  }

  @Override
  public void changed(DbExecute execute, Reservation before, Reservation after) {
    var now = clock.instant();
    var party = after.details().party();
    if (!party.equals(before.details().party())) {
      PartRows.handOver(execute, before.id(), party);
    }
    if (before.phase().early() && after.phase().early()) {
      made.change(execute, before, after);
      var had = PartRows.of(execute, before.id());
      PartRows.forgetNamed(execute, before.id());
      addNamed(execute, after, had);
    }
    var stored =
        new Life(
            before.id(),
            before.details().party(),
            before.phase(),
            before.status(),
            before.window(),
            before.margins(),
            before.checkIn(),
            PartRows.of(execute, before.id()),
            LifeRows.bells(execute, before.id()));
    if (!before.phase().early() && after.phase().open()) {
      requireSame(stored, after);
    }
    var changed = changed(stored, before, after, now);
    LifeRows.writeAll(execute, stored, changed, now);
    if (changed.phase() != after.phase() || changed.status() != after.status()) {
      LifeRows.correct(execute, changed);
    }
  }

  /** What it takes care of has been begun, and nothing else is brought to rest at its end. */
  private static void requireSame(Life stored, Reservation after) {
    var there =
        stored.parts().stream()
            .filter(part -> !part.made())
            .map(part -> Objects.requireNonNull(part.guest()).vmid().toString())
            .collect(Collectors.toSet());
    var claimed =
        after.claims().stream()
            .map(Claim::resource)
            .filter(resource -> resource.kind() == ResourceKind.GUEST)
            .map(Resource.Ref::name)
            .collect(Collectors.toSet());
    var wanted = named(after).map(VmId::toString).collect(Collectors.toSet());
    if (!claimed.containsAll(there) || !there.containsAll(wanted)) {
      throw new Refusal.WrongState(
          "reservation %d has begun; the guests that it takes care of stay the same"
              .formatted(after.id()),
          null);
    }
  }

  private static Life changed(Life life, Reservation before, Reservation after, Instant now) {
    if (after.phase() == Phase.REFUSED) {
      return life.refused();
    }
    if (after.status() == Status.CANCELLED && before.status() != Status.CANCELLED) {
      return life.cancelled();
    }
    if (before.phase().open() && !after.phase().open()) {
      return life.givenBack(after.window());
    }
    if (before.phase() == Phase.OFFERED && after.phase() == Phase.REQUESTED) {
      return life.asked();
    }
    var asked = new CheckedLife(life).asking(after.checkIn(), now);
    var given =
        before.details().party().equals(after.details().party())
            ? asked
            : new CheckedLife(asked).handedOver(now);
    var cared =
        before.atEnd().equals(after.atEnd()) && before.guests().equals(after.guests())
            ? given
            : given.caring(part -> care(after, part));
    if (before.phase() != Phase.BOOKED && after.phase() == Phase.BOOKED) {
      return cared.approved(after.window(), after.margins());
    }
    var same =
        before.window().equals(after.window())
            && before.margins().equals(after.margins())
            && named(before).toList().equals(named(after).toList());
    return same ? cared : cared.moved(after.window(), after.margins(), now);
  }
}
