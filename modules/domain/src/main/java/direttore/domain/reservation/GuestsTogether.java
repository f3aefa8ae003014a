package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for all the guests together that one reservation brings into being. */
final class GuestsTogether {
  private GuestsTogether() {}

  /** Refuses more than may be, and two of one name; one that is there has a VMID. */
  static void check(List<ClaimRequest> claims, List<GuestsWanted> guests) {
    if (guests.stream().mapToInt(GuestsWanted::count).sum() > GuestsWanted.MOST) {
      throw new Refusal.Invalid("guests", "must be %d at most".formatted(GuestsWanted.MOST));
    }
    var taken = claims.stream().flatMap(GuestsTogether::named).collect(Collectors.toSet());
    for (var i = 0; i < guests.size(); i++) {
      for (var name : guests.get(i).names()) {
        if (!taken.add(name)) {
          throw new Refusal.Invalid(
              "guests[%d].name".formatted(i),
              "must be another: two guests of the reservation would be called %s".formatted(name));
        }
      }
    }
  }

  /** Refuses claims of a guest that is called as one is that the reservation brings. */
  static void requireOthers(List<ClaimRequest> claims, List<GuestsWanted> guests) {
    var taken = guests.stream().flatMap(each -> each.names().stream()).collect(Collectors.toSet());
    for (var i = 0; i < claims.size(); i++) {
      if (named(claims.get(i)).anyMatch(taken::contains)) {
        throw new Refusal.Invalid(
            "claims[%d].guest".formatted(i),
            "must be another: the reservation brings one so called");
      }
    }
  }

  private static Stream<String> named(ClaimRequest claim) {
    return claim instanceof ClaimRequest.Named(var kind, var name, _) && kind == ResourceKind.GUEST
        ? Stream.of(name)
        : Stream.of();
  }

  /**
   * Refuses others than there are: once they are being made, only how they end and when they are
   * ready can be another.
   */
  static void requireSame(Reservation before, List<GuestsWanted> wanted) {
    var there = before.guests();
    for (var i = 0; i < wanted.size(); i++) {
      if (i >= there.size()) {
        throw begun(before, "guests[%d]".formatted(i));
      }
      var other = wanted.get(i).difference(there.get(i));
      if (other.isPresent()) {
        throw begun(before, "guests[%d].%s".formatted(i, other.get()));
      }
    }
    if (wanted.size() < there.size()) {
      throw begun(before, "guests");
    }
  }

  private static Refusal begun(Reservation before, String field) {
    return new Refusal.WrongState(
        ("reservation %d is %s: what it brings is made already; only at_end and ready of it can be"
                + " changed")
            .formatted(before.id(), before.phase().wire()),
        field);
  }
}
