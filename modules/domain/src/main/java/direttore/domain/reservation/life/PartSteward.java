package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what comes next for a part of a reservation, from what is stored of it and what a look at
 * its guest shows. Whoever asks at whatever moment gets an answer that is right to follow, as long
 * as the look came after the reading.
 */
public final class PartSteward {
  /** What fails so often in one round is left to people. */
  static final int MOST_FAILURES = 3;

  static final Duration UNSEEN_PAUSE = Duration.ofSeconds(10);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(30), Duration.ofMinutes(2));

  private final Part part;
  private final List<PartOperation> operations;
  private final Instant now;

  private PartSteward(Part part, List<PartOperation> operations, Instant now) {
    this.part = part;
    this.operations = operations;
    this.now = now;
  }

  /**
   * What is to be done now.
   *
   * @param operations all of the part
   */
  public static PartDecision decide(
      Part part, List<PartOperation> operations, Sight sight, Instant now) {
    return new PartSteward(part, operations, now).decide(sight);
  }

  private PartDecision decide(Sight sight) {
    // One of an older round is being cancelled: what it leaves is not known yet.
    if (!part.state().moving() || operations.stream().anyMatch(o -> o.state().active())) {
      return new PartDecision.Await();
    }
    var guest = guest();
    if (guest.isEmpty()) {
      return absent();
    }
    return switch (sight) {
      case Sight.Unseen s -> new PartDecision.Look(guest.get());
      case Sight.Unknown s -> new PartDecision.Later(now.plus(UNSEEN_PAUSE));
      case Sight.Absent s -> absent();
      case Sight.There s -> there(s);
    };
  }

  /** Where its guest is or was, or was to be. */
  private Optional<GuestRef> guest() {
    return latest(operations.stream())
        .map(PartOperation::guest)
        .or(() -> Optional.ofNullable(part.guest()));
  }

  private PartDecision absent() {
    if (part.want() != PartWant.PRESENT) {
      return new PartDecision.Settle(PartState.GONE, null, null);
    }
    if (!part.made()) {
      return failed(null, new Failure("not-found", "The guest is not there."));
    }
    if (round().anyMatch(o -> o.doing() == Doing.MAKE && o.succeeded())) {
      return failed(null, new Failure("vanished", "The guest was made and is gone."));
    }
    return tried(Doing.MAKE, null);
  }

  private PartDecision there(Sight.There seen) {
    if (part.want() != PartWant.PRESENT) {
      return ending(seen);
    }
    if (part.made() && !whole()) {
      // What an attempt has left is in the way of the next.
      return tried(Doing.DELETE, seen.guest());
    }
    var asWanted = seen.running() || !(part.made() || part.starts());
    return asWanted
        ? new PartDecision.Settle(PartState.READY, seen.guest(), null)
        : tried(Doing.START, seen.guest());
  }

  /** Whether the last that was made of it was made to the end. */
  private boolean whole() {
    return latest(operations.stream().filter(o -> o.doing() == Doing.MAKE))
        .map(PartOperation::succeeded)
        .orElse(false);
  }

  private PartDecision ending(Sight.There seen) {
    if (part.want() == PartWant.ABSENT && part.made()) {
      return tried(Doing.DELETE, seen.guest());
    }
    return switch (part.atEnd()) {
      case NOTHING -> atRest(seen, null);
      case STOP, SHUTDOWN, DESTROY -> halted(seen, null);
      case SNAPSHOT -> kept(seen);
    };
  }

  private PartDecision kept(Sight.There seen) {
    if (round().anyMatch(o -> o.doing() == Doing.SNAPSHOT && o.succeeded())) {
      return halted(seen, null);
    }
    // Without a snapshot it is brought to rest all the same: others have claimed its room.
    return exhausted(Doing.SNAPSHOT)
        ? halted(seen, why(Doing.SNAPSHOT))
        : tried(Doing.SNAPSHOT, seen.guest());
  }

  private PartDecision halted(Sight.There seen, @Nullable Failure before) {
    return seen.running() ? tried(Doing.HALT, seen.guest()) : atRest(seen, before);
  }

  private static PartDecision atRest(Sight.There seen, @Nullable Failure why) {
    return new PartDecision.Settle(
        why == null ? PartState.RESTING : PartState.STUCK, seen.guest(), why);
  }

  /** It is submitted, later where it failed just now, and not where it did so too often. */
  private PartDecision tried(Doing doing, @Nullable GuestRef guest) {
    if (exhausted(doing)) {
      return failed(guest, why(doing));
    }
    var failures = failures(doing);
    if (failures > 0) {
      var ended = latest(round()).map(PartOperation::ended).orElse(now);
      var then = ended.plus(PAUSES.get(Math.min(failures, PAUSES.size()) - 1));
      if (now.isBefore(then)) {
        return new PartDecision.Later(then);
      }
    }
    return new PartDecision.Submit(new PartKey(part.round(), (int) round().count()), doing);
  }

  private PartDecision failed(@Nullable GuestRef guest, Failure why) {
    return new PartDecision.Settle(
        part.want() == PartWant.PRESENT ? PartState.FAILED : PartState.STUCK, guest, why);
  }

  /** What somebody cancelled is not tried again against their will. */
  private boolean exhausted(Doing doing) {
    return failures(doing) >= MOST_FAILURES
        || round().anyMatch(o -> o.doing() == doing && o.cancelled());
  }

  private int failures(Doing doing) {
    return (int) round().filter(o -> o.doing() == doing && o.failed()).count();
  }

  private Failure why(Doing doing) {
    return latest(round().filter(o -> o.doing() == doing && !o.succeeded()))
        .map(PartOperation::error)
        .orElse(new Failure("cancelled", "The operation was cancelled."));
  }

  private Stream<PartOperation> round() {
    return operations.stream().filter(o -> o.key().round() == part.round());
  }

  private static Optional<PartOperation> latest(Stream<PartOperation> some) {
    return some.max(
        Comparator.<PartOperation>comparingInt(o -> o.key().round())
            .thenComparingInt(o -> o.key().number()));
  }
}
