package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for an approval: a reservation of its own, beside the present one that keeps
 * its place. It holds what the present one does not hold already, so that together they hold all of
 * both; once it is approved, the present one is changed to it.
 */
public final class Replacement {
  private Replacement() {}

  /**
   * The reservation that waits, before it has a number. Its claims are what it will have; none of
   * them holds.
   *
   * @param wanted the present one as it would be
   * @param uid its own name in calendars
   */
  public static Reservation of(Reservation present, Reservation wanted, String uid, Instant now) {
    return new Reservation(
        0,
        uid,
        wanted.kind(),
        wanted.details(),
        wanted.times(),
        Status.PENDING,
        Phase.REQUESTED,
        1,
        0,
        wanted.margins(),
        wanted.atStart(),
        wanted.atEnd(),
        wanted.guests(),
        wanted.checkIn(),
        null,
        wanted.claims().stream().map(Claim::released).toList(),
        present.id(),
        now,
        now,
        null);
  }

  /** The latest moment at which it can take the place of the present one. */
  public static Instant latest(Reservation present, Window wanted) {
    var was = present.window();
    return Stream.of(was.from().equals(wanted.from()) ? was.to() : was.from(), ends(was, wanted))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static Instant ends(Window was, Window wanted) {
    return was.from().equals(wanted.from()) ? wanted.to() : wanted.from();
  }

  /**
   * What the present one becomes.
   *
   * @param note what was said with the yes, or null
   */
  public static Reservation taken(
      Reservation present, Reservation wanted, @Nullable String note, Instant now) {
    var change =
        new ReservationChange(
            unlessSame(wanted.details(), present.details()),
            unlessSame(wanted.times(), present.times()),
            unlessSame(wanted.margins(), present.margins()),
            unlessSame(wanted.requests(), present.requests()),
            unlessSame(wanted.guests(), present.guests()),
            unlessSame(wanted.atStart(), present.atStart()),
            unlessSame(wanted.atEnd(), present.atEnd()),
            null,
            null);
    var changed = Changing.changed(present, change, now);
    return changed
        .asking(CheckIn.next(changed.checkIn(), wanted.checkIn()))
        .because(note)
        .having(wanted.claims().stream().map(Replacement::held).toList());
  }

  private static <T> @Nullable T unlessSame(T wanted, T before) {
    return wanted.equals(before) ? null : wanted;
  }

  private static Claim held(Claim claim) {
    return new Claim(
        claim.resource(), claim.share(), claim.during(), true, claim.wanted(), claim.request());
  }

  /**
   * What of the wanted claims the present ones do not hold already. Refuses with {@code Impossible}
   * the whole of what the present one has a share of, as none can lie beside the other.
   */
  public static List<Claim> beside(Reservation present, List<Claim> wanted) {
    var had =
        present.claims().stream()
            .filter(Claim::holding)
            .collect(Collectors.groupingBy(claim -> claim.resource().id()));
    requireSameAddresses(present, wanted);
    var pieces = new ArrayList<Claim>();
    wanted.stream()
        .collect(Collectors.groupingBy(claim -> claim.resource().id()))
        .forEach((id, claims) -> pieces.addAll(pieces(claims, had.getOrDefault(id, List.of()))));
    return pieces;
  }

  /** Ranges that are resources of their own may overlap, and none lies beside another then. */
  private static void requireSameAddresses(Reservation present, List<Claim> wanted) {
    var had =
        present.claims().stream()
            .filter(claim -> claim.holding() && claim.resource().kind() == ResourceKind.ADDRESSES)
            .toList();
    wanted.stream()
        .filter(claim -> claim.resource().kind() == ResourceKind.ADDRESSES)
        .filter(claim -> had.stream().noneMatch(each -> each.resource().equals(claim.resource())))
        .filter(claim -> had.stream().anyMatch(each -> each.during().overlaps(claim.during())))
        .findFirst()
        .ifPresent(claim -> {
          throw new Refusal.Impossible(
              "claims",
              "The change has to be approved, and %s cannot be kept beside the addresses that the"
                      .formatted(claim.resource())
                  + " reservation has: book it anew, or cancel this one first.");
        });
  }

  private static List<Claim> pieces(List<Claim> wanted, List<Claim> had) {
    var first = wanted.getFirst();
    var all = sum(wanted);
    if (had.isEmpty()) {
      return List.of(piece(first, all, first.during()));
    }
    var covered = had.getFirst().during();
    var pieces = new ArrayList<Claim>();
    Changing.beyond(covered, first.during())
        .forEach(window -> pieces.add(piece(first, all, window)));
    if (first.during().overlaps(covered)) {
      more(first, all, had)
          .ifPresent(amount -> pieces.add(piece(first, amount, both(first.during(), covered))));
    }
    return pieces;
  }

  /** How much more of a resource than before, while both are there; empty for nothing. */
  private static Optional<Amount> more(Claim wanted, @Nullable Amount all, List<Claim> had) {
    var before = sum(had);
    if (before == null) {
      return Optional.empty();
    }
    if (all == null) {
      throw new Refusal.Impossible(
          "claims",
          "The whole of %s has to be approved, and cannot be kept beside the share of it that the"
                  .formatted(wanted.resource())
              + " reservation has: book it anew, or cancel this one first.");
    }
    var more =
        new Amount(
            Math.max(0, all.cores() - before.cores()),
            Math.max(0, all.memory() - before.memory()),
            Math.max(0, all.disk() - before.disk()),
            Math.max(0, all.vms() - before.vms()),
            Math.max(0, all.lxc() - before.lxc()));
    return more.nothing() ? Optional.empty() : Optional.of(more);
  }

  /** Null for the whole. */
  private static @Nullable Amount sum(Collection<Claim> claims) {
    var sum = Amount.NONE;
    for (var claim : claims) {
      var share = claim.share();
      if (share == null) {
        return null;
      }
      sum =
          new Amount(
              sum.cores() + share.cores(),
              sum.memory() + share.memory(),
              sum.disk() + share.disk(),
              sum.vms() + share.vms(),
              sum.lxc() + share.lxc());
    }
    return sum;
  }

  private static Claim piece(Claim claim, @Nullable Amount share, Window during) {
    return new Claim(claim.resource(), share, during, true, claim.wanted(), claim.request());
  }

  private static Window both(Window one, Window other) {
    return new Window(
        one.from().isAfter(other.from()) ? one.from() : other.from(),
        one.to().isBefore(other.to()) ? one.to() : other.to());
  }
}
