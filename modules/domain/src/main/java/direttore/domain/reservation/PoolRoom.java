package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Whether what is made on a node is within what was claimed of the pools there. */
public final class PoolRoom {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private PoolRoom() {}

  /** Refuses with {@code PoolFull} a reservation that brings more guests than it claims. */
  public static void require(NewReservation wanted, List<Pool> pools) {
    var claimed =
        pools.stream()
            .filter(pool -> wanted.claims().stream().anyMatch(claim -> is(claim, pool)))
            .toList();
    for (var pool : claimed) {
      for (var kind : GuestKind.values()) {
        require(wanted, claimed, pool.node(), kind);
      }
    }
  }

  private static void require(
      NewReservation wanted, List<Pool> claimed, NodeName node, GuestKind kind) {
    var there = claimed.stream().filter(pool -> pool.node().equals(node)).toList();
    var bound = there.stream().mapToLong(pool -> bound(wanted, pool, kind)).sum();
    var made = made(wanted, node, kind);
    if (made > bound) {
      var names = String.join(", ", there.stream().map(Pool::name).toList());
      throw new Refusal.PoolFull(
          "guests",
          "%s would be made on %s, and %s of pool %s %s claimed, until %s"
              .formatted(
                  count(made, kind),
                  node,
                  bound,
                  names,
                  bound == 1 ? "is" : "are",
                  at(wanted.holds().to(), wanted.times().zone())));
    }
  }

  private static boolean is(ClaimRequest claim, Pool pool) {
    return claim instanceof ClaimRequest.Named(var kind, var name, _)
        && kind == ResourceKind.POOL
        && name.equals(pool.name());
  }

  private static long bound(NewReservation wanted, Pool pool, GuestKind kind) {
    return wanted.claims().stream()
        .filter(claim -> is(claim, pool))
        .map(claim ->
            Objects.requireNonNullElse(claim.share(), new Amount(0, 0, 0, pool.vms(), pool.lxc())))
        .mapToLong(share -> kind == GuestKind.QEMU ? share.vms() : share.lxc())
        .sum();
  }

  private static long made(NewReservation wanted, NodeName node, GuestKind kind) {
    return wanted.guests().stream()
        .flatMap(guests -> guests.parts().stream())
        .map(part -> part.making().order())
        .filter(order -> order.node().equals(node) && order.guestKind() == kind)
        .count();
  }

  /** The refusal of one guest more. */
  public static Refusal.PoolFull refusal(Pools.Shortage of, NodeName node, GuestKind kind) {
    return new Refusal.PoolFull(
        null,
        "reservation %d has %s of pool %s on %s until %s, and %d are made or to be made"
            .formatted(
                of.reservation(),
                count(of.bound(), kind),
                of.pools(),
                node,
                at(of.until(), of.zone()),
                of.used()));
  }

  private static String count(long many, GuestKind kind) {
    var one = kind == GuestKind.QEMU ? "VM" : "container";
    return many + " " + (many == 1 ? one : one + "s");
  }

  private static String at(Instant moment, ZoneId zone) {
    return "%s (%s)".formatted(MOMENT.format(moment.atZone(zone)), zone);
  }
}
