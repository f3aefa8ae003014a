package direttore.domain.quota;

import direttore.domain.guest.GuestSize;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much somebody may have, and has.
 *
 * @param booked what reservations make for them at the fullest moment
 * @param own whether the quota is theirs alone; else it is the one for everybody without their own
 */
public record Standing(Holder holder, Quota quota, boolean own, Use use, Use booked) {
  /** The bounds that one more guest would go beyond. */
  public List<Excess> excess(GuestSize guest) {
    var wanted = new Use(1, guest.cores(), guest.memory(), guest.disk());
    return Arrays.stream(Dimension.values()).flatMap(d -> excess(d, wanted.of(d))).toList();
  }

  private Stream<Excess> excess(Dimension dimension, long wanted) {
    var bound = quota.bound(dimension);
    var used = use.of(dimension);
    var promised = booked.of(dimension);
    return bound != null && wanted > 0 && used + promised + wanted > bound
        ? Stream.of(new Excess(holder, dimension, wanted, used, promised, bound))
        : Stream.empty();
  }
}
