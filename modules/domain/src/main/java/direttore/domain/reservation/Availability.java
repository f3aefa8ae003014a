package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When things are free. Answers are as of now; only booking decides. */
public interface Availability {
  /** How far one call looks; what lies beyond is for the next. */
  Duration FARTHEST = Duration.ofDays(92);

  /**
   * The first windows of a length in which all of it is free at once.
   *
   * @param within where to look; not before its start, and no further than {@link #FARTHEST}
   * @param most how many windows, 1 to 100
   */
  Slots slots(Wanted wanted, Window within, int most);

  /**
   * What is asked for.
   *
   * @param besides the reservation whose own claims do not count, or null
   */
  record Wanted(
      List<ClaimRequest> claims, Duration length, Margins margins, @Nullable Long besides) {
    public Wanted {
      claims = List.copyOf(claims);
      Claims.check(claims);
      if (length.isNegative() || length.isZero()) {
        throw new Refusal.Invalid("minutes", "must be at least 1");
      }
    }
  }

  /**
   * Free windows.
   *
   * @param slots by their start; each begins a stretch that is free, or a node's
   * @param next where to go on looking, or null where all was looked at
   */
  record Slots(List<Slot> slots, @Nullable Instant next) {
    public Slots {
      slots = List.copyOf(slots);
    }
  }
}
