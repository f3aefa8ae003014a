package direttore.domain.reservation;

import direttore.domain.guest.GuestKind;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.reservation.life.NewPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reservation claims of how much its person and its team may have: the guests that are made
 * for it, so that none of them can be too much when its time has come.
 */
public final class Limits {
  private Limits() {}

  /** The claims with those of what is made; those that came with them stay where that is unsaid. */
  static List<ClaimRequest> beside(
      List<ClaimRequest> claims, Party party, List<GuestsWanted> guests) {
    var parts = parts(guests);
    return parts.isEmpty() ? claims : joined(others(claims), of(party, taken(parts)));
  }

  /**
   * The claims that a change leads to, or null where they stay: whoever has it then has enough.
   *
   * @param party whose it is then
   */
  public static @Nullable List<ClaimRequest> after(
      Reservation before, Party party, ReservationChange change) {
    var asked = change.claims();
    var had = before.requests();
    var limits = had.stream().filter(Limits::is).toList();
    var then = then(limits, party, change.guests());
    if (limits.isEmpty() && then.isEmpty()) {
      return asked;
    }
    return asked == null && then.equals(limits)
        ? null
        : joined(others(asked == null ? had : asked), then);
  }

  /** Other guests claim of it what they take, and the same ones what they did. */
  private static List<ClaimRequest> then(
      List<ClaimRequest> limits, Party party, @Nullable List<GuestsWanted> guests) {
    var parts = parts(guests == null ? List.of() : guests);
    if (!parts.isEmpty() || (guests != null && guests.isEmpty())) {
      return parts.isEmpty() ? List.of() : of(party, taken(parts));
    }
    var taken = limits.isEmpty() ? null : limits.getFirst().share();
    return taken == null ? limits : of(party, taken);
  }

  private static List<NewPart> parts(List<GuestsWanted> guests) {
    return guests.stream().flatMap(each -> each.parts().stream()).toList();
  }

  private static List<ClaimRequest> others(List<ClaimRequest> claims) {
    return claims.stream().filter(claim -> !is(claim)).toList();
  }

  private static boolean is(ClaimRequest claim) {
    return claim.kind().limit();
  }

  private static List<ClaimRequest> joined(List<ClaimRequest> claims, List<ClaimRequest> limits) {
    return Stream.concat(claims.stream(), limits.stream()).toList();
  }

  private static List<ClaimRequest> of(Party party, Amount taken) {
    var limits = new ArrayList<ClaimRequest>();
    if (party.person() != null) {
      limits.add(new ClaimRequest.Named(ResourceKind.PERSON, party.requester(), taken));
    }
    var team = party.team();
    if (team != null) {
      limits.add(new ClaimRequest.Named(ResourceKind.TEAM, team.value(), taken));
    }
    return limits;
  }

  private static Amount taken(List<NewPart> parts) {
    return parts.stream().map(Limits::taken).reduce(Amount.NONE, Amount::plus);
  }

  private static Amount taken(NewPart part) {
    if (!(part.making().order().action() instanceof GuestAction.Creation making)) {
      return Amount.NONE;
    }
    var size = making.size();
    var vm = making.guestKind() == GuestKind.QEMU ? 1 : 0;
    return new Amount(size.cores(), size.memory(), size.disk(), vm, 1 - vm);
  }
}
