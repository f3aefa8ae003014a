package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.reservation.Readiness;
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
    if (sight instanceof Sight.Taken(var by)) {
      return taken(by);
    }
    var guest = guest();
    if (guest.isEmpty()) {
      return absent();
    }
    return switch (sight) {
      case Sight.Unseen s -> new PartDecision.Look(guest.get());
      case Sight.Unknown s -> new PartDecision.Later(now.plus(UNSEEN_PAUSE));
      case Sight.Absent s -> absent();
      case Sight.Another s -> another(guest.get());
      case Sight.Unproven s -> unproven(s);
      case Sight.Taken s -> taken(s.by());
      case Sight.There s -> there(s);
    };
  }

  /** What another reservation has is waited for, and never brought to rest. */
  private PartDecision taken(long by) {
    return part.want() == PartWant.PRESENT
        ? waits("the return of reservation %d".formatted(by))
        : new PartDecision.Settle(
            PartState.RESTING,
            part.guest(),
            null,
            new Failure("taken", "Left as it is: reservation %d has it now.".formatted(by)));
  }

  private PartDecision.Wait waits(String what) {
    var before = part.waiting();
    var since = before == null ? now : before.since();
    return new PartDecision.Wait(new Waiting(what, since), now.plus(UNSEEN_PAUSE));
  }

  private PartDecision another(GuestRef guest) {
    return part.made() || part.want() != PartWant.PRESENT
        ? absent()
        : failed(
            null,
            new Failure(
                "another-guest",
                "VMID %s belongs to another guest than when it was reserved."
                    .formatted(guest.vmid())));
  }

  /** It is neither made once more nor taken for gone: somebody has to look. */
  private PartDecision unproven(Sight.Unproven seen) {
    if (part.made() && !leftSomething()) {
      return absent();
    }
    var why =
        part.made()
            ? "Guest %s has lost its mark: whether it is what was made is unknown. Look at it."
            : "Whether guest %s is the one that was reserved is unknown. Look at it.";
    return failed(seen.guest(), new Failure("unproven", why.formatted(seen.guest().vmid())));
  }

  /** Whether an operation made a guest, wholly or in part, and none has deleted it. */
  private boolean leftSomething() {
    return latest(operations.stream().filter(o -> made(o) || deleted(o)))
        .filter(PartSteward::made)
        .isPresent();
  }

  private static boolean made(PartOperation o) {
    var error = o.error();
    return o.doing() == Doing.MAKE && (o.succeeded() || (error != null && error.left() != null));
  }

  private static boolean deleted(PartOperation o) {
    return o.doing() == Doing.DELETE && o.succeeded();
  }

  /** Where its guest is or was, or was to be. */
  private Optional<GuestRef> guest() {
    return latest(operations.stream())
        .map(PartOperation::guest)
        .or(() -> Optional.ofNullable(part.guest()));
  }

  private PartDecision absent() {
    if (part.want() != PartWant.PRESENT) {
      return new PartDecision.Settle(PartState.GONE, null, null, null);
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
      return tried(Doing.DELETE, seen);
    }
    return part.made() ? made(seen) : begun(seen);
  }

  private PartDecision made(Sight.There seen) {
    var ready = part.care().ready();
    if (ready.check() == Readiness.Check.NONE) {
      return ready(seen);
    }
    if (!seen.running()) {
      return tried(Doing.START, seen);
    }
    var lack = seen.lack();
    return lack == null ? ready(seen) : lacking(seen, ready, lack);
  }

  private static PartDecision ready(Sight.There seen) {
    return new PartDecision.Settle(PartState.READY, seen.guest(), seen.birth(), null);
  }

  /** It runs, and is given the time that was asked for it. */
  private PartDecision lacking(Sight.There seen, Readiness ready, Lack lack) {
    var wait = waits(lack.waited(ready));
    var done = latest(round()).map(PartOperation::ended).orElse(wait.waiting().since());
    var since = done.isAfter(wait.waiting().since()) ? done : wait.waiting().since();
    return now.isBefore(since.plus(ready.within()))
        ? wait
        : new PartDecision.Settle(
            PartState.FAILED,
            seen.guest(),
            seen.birth(),
            new Failure(Part.NOT_READY, lack.late(ready)));
  }

  /** A guest that was there is brought to what was asked of its start. */
  private PartDecision begun(Sight.There seen) {
    return switch (part.care().atStart().kind()) {
      case NOTHING -> ready(seen);
      case START -> started(seen);
      case SNAPSHOT -> done(Doing.SNAPSHOT) ? started(seen) : tried(Doing.SNAPSHOT, seen);
      case ROLLBACK -> done(Doing.RESTORE) ? started(seen) : tried(Doing.RESTORE, seen);
    };
  }

  private PartDecision started(Sight.There seen) {
    return seen.running() ? ready(seen) : tried(Doing.START, seen);
  }

  private boolean done(Doing doing) {
    return round().anyMatch(o -> o.doing() == doing && o.succeeded());
  }

  /** Whether the last that was made of it was made to the end. */
  private boolean whole() {
    return latest(operations.stream().filter(o -> o.doing() == Doing.MAKE))
        .map(PartOperation::succeeded)
        .orElse(false);
  }

  private PartDecision ending(Sight.There seen) {
    if (part.want() == PartWant.ABSENT && part.made()) {
      return tried(Doing.DELETE, seen);
    }
    return switch (part.atEnd().kind()) {
      case NOTHING -> atRest(seen, null);
      case STOP, SHUTDOWN, DESTROY -> halted(seen, null);
      case SNAPSHOT -> kept(seen);
      case RESTORE -> restored(seen);
    };
  }

  private PartDecision restored(Sight.There seen) {
    if (done(Doing.RESTORE)) {
      return atRest(seen, null);
    }
    return exhausted(Doing.RESTORE) ? atRest(seen, why(Doing.RESTORE)) : tried(Doing.RESTORE, seen);
  }

  private PartDecision kept(Sight.There seen) {
    if (done(Doing.SNAPSHOT)) {
      return halted(seen, null);
    }
    // Without a snapshot it is brought to rest all the same: others have claimed its room.
    return exhausted(Doing.SNAPSHOT)
        ? halted(seen, why(Doing.SNAPSHOT))
        : tried(Doing.SNAPSHOT, seen);
  }

  private PartDecision halted(Sight.There seen, @Nullable Failure before) {
    return seen.running() ? tried(Doing.HALT, seen) : atRest(seen, before);
  }

  private static PartDecision atRest(Sight.There seen, @Nullable Failure why) {
    return new PartDecision.Settle(
        why == null ? PartState.RESTING : PartState.STUCK, seen.guest(), seen.birth(), why);
  }

  /** It is submitted, later where it failed just now, and not where it did so too often. */
  private PartDecision tried(Doing doing, Sight.@Nullable There seen) {
    if (exhausted(doing)) {
      return failed(seen == null ? null : seen.guest(), why(doing));
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
        part.want() == PartWant.PRESENT ? PartState.FAILED : PartState.STUCK, guest, null, why);
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
