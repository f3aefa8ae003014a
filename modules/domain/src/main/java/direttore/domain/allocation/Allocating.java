package direttore.domain.allocation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.allocation.Allocation.State;
import direttore.domain.allocation.Allocations.Wanted;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.PrefixDetails;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.IdempotencyKeys;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes addresses of prefixes for people, and gives them back. */
public final class Allocating {
  /** For how long an address is held that is asked for without an end. */
  public static final Duration USUAL = Duration.ofHours(1);

  /** For how long at the most. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /** What NetBox leaves room for beside what is said of whose it is. */
  public static final int LONGEST_DESCRIPTION = 100;

  /** After which NetBox's copy has no more what was given back. */
  private static final Duration RETURNING = Duration.ofMinutes(2);

  private static final int CANDIDATES = 256;
  private static final int TRIES = 8;

  private final Inventory inventory;
  private final Allocations allocations;
  private final Optional<String> whyNot;
  private final IdempotencyKeys keys;
  private final Dispatch dispatch;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /**
   * @param whyNot why nothing is taken at all, in a sentence; empty where it is
   */
  public Allocating(
      Inventory inventory,
      Allocations allocations,
      Optional<String> whyNot,
      IdempotencyKeys keys,
      Dispatch dispatch,
      Clock clock,
      Supplier<UUID> ids) {
    this.inventory = inventory;
    this.allocations = allocations;
    this.whyNot = whyNot;
    this.keys = keys;
    this.dispatch = dispatch;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * What somebody asks for.
   *
   * @param address that one and no other, or null for the next free one
   * @param until when it is given back, or null for {@link #USUAL}
   */
  public record Request(
      long prefix, String description, @Nullable Address address, @Nullable Instant until) {
    public Request {
      if (description.length() > LONGEST_DESCRIPTION) {
        throw new Refusal.Invalid(
            "description", "must have at most %d characters".formatted(LONGEST_DESCRIPTION));
      }
    }
  }

  /**
   * The operation that holds an address in NetBox. Refuses with {@code NotFound} where there is no
   * such prefix, with {@code WrongState} where it has no free address, or not that one, and where
   * none is taken at all; with {@code Upstream} while NetBox was never read.
   */
  public Operation allocate(Request request, Submitter by) {
    return keys.earlier(by).orElseGet(() -> allocate(ids.get(), request, by));
  }

  private Operation allocate(UUID id, Request request, Submitter by) {
    var wanted = wanted(id, request, by, null);
    return held(wanted, room -> candidates(room, request.address()), request.address() != null, by);
  }

  /**
   * The operation that holds one of the addresses that a reservation claims of a prefix; another
   * where others have them.
   *
   * @param id was never used before
   */
  Operation allocate(UUID id, long reservation, Request request, Submitter by) {
    var wanted = wanted(id, request, by, reservation);
    return held(wanted, room -> candidates(room, reservation), false, by);
  }

  /**
   * Whether an address that a reservation claims is to come back in a moment, and no other of its
   * addresses can be had.
   */
  boolean coming(long reservation, long prefix) {
    return allocations.returning(reservation, prefix, clock.instant().minus(RETURNING))
        && inventory.room(prefix).filter(room -> claimed(room, reservation).isEmpty()).isPresent();
  }

  private Wanted wanted(UUID id, Request request, Submitter by, @Nullable Long reservation) {
    whyNot.ifPresent(why -> {
      throw new Refusal.WrongState(why, null);
    });
    var state = inventory.state();
    if (state.readAt() == null) {
      throw new Refusal.Upstream(
          "NetBox", Objects.requireNonNullElse(state.trouble(), "it was not read yet"), null);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Wanted(
        id,
        request.prefix(),
        request.description(),
        by.name(),
        by.actor().person(),
        now,
        until(request.until(), now),
        reservation);
  }

  private Operation held(
      Wanted wanted, Function<PrefixRoom, List<Address>> candidates, boolean only, Submitter by) {
    return submit(AllocationOrder.hold(taken(wanted, candidates), only), by);
  }

  private static Instant until(@Nullable Instant asked, Instant now) {
    if (asked == null) {
      return now.plus(USUAL);
    }
    if (!asked.isAfter(now) || asked.isAfter(now.plus(LONGEST))) {
      throw new Refusal.Invalid(
          "until", "must be later than now, by %d days at most".formatted(LONGEST.toDays()));
    }
    return asked;
  }

  /** Between the look at what is free and the taking, others may have taken all that was seen. */
  private Allocation taken(Wanted wanted, Function<PrefixRoom, List<Address>> candidates) {
    for (int i = 0; i < TRIES; i++) {
      var room = room(wanted.prefix());
      var taken = allocations.take(wanted, candidates.apply(room));
      if (taken.isPresent()) {
        return taken.get();
      }
    }
    throw new Refusal.Overloaded("Others take addresses of this prefix: try again.", null);
  }

  private PrefixRoom room(long prefix) {
    return inventory.room(prefix).orElseThrow(() -> new Refusal.NotFound("prefix", prefix));
  }

  private static List<Address> candidates(PrefixRoom room, @Nullable Address one) {
    room.full()
        .ifPresent(why -> {
          throw new Refusal.WrongState(why, null);
        });
    if (one == null) {
      return room.next(CANDIDATES);
    }
    if (!room.prefix().network().contains(one)) {
      throw new Refusal.Invalid("address", "must lie in " + room.prefix().network());
    }
    if (!room.isFree(one)) {
      throw new Refusal.WrongState("%s is not free".formatted(one), "address");
    }
    return List.of(one);
  }

  private List<Address> candidates(PrefixRoom room, long reservation) {
    var claimed = claimed(room, reservation);
    return claimed.isEmpty() ? candidates(room, null) : claimed;
  }

  private List<Address> claimed(PrefixRoom room, long reservation) {
    return allocations.claimed(reservation, room.prefix().id()).stream()
        .filter(room::isFree)
        .toList();
  }

  /**
   * The operation that gives an address back. Refuses with {@code NotFound}, with {@code Forbidden}
   * where it is somebody else's, with {@code WrongState} while a guest has it or it is given back
   * already.
   */
  public Operation release(UUID id, Submitter by) {
    var allocation = theirs(id, by.actor());
    if (allocation.use() != null) {
      throw new Refusal.WrongState(
          "%s is a guest's, and given back when that is gone".formatted(allocation.address()),
          null);
    }
    if (allocation.state() == State.RELEASED || !allocations.releasing(id)) {
      throw new Refusal.WrongState(
          "%s is being given back already".formatted(allocation.address()), null);
    }
    return submit(AllocationOrder.release(allocation), by);
  }

  /**
   * Has an address last longer, or shorter. Refuses as {@link #release} does, and with {@code
   * Invalid} for a moment that it cannot last until.
   */
  public Allocation prolong(UUID id, Instant until, Actor actor) {
    var allocation = theirs(id, actor);
    if (!allocations.prolong(id, until(until, clock.instant()))) {
      throw new Refusal.WrongState(
          "%s is not held for a time: it is %s"
              .formatted(
                  allocation.address(),
                  allocation.use() == null ? allocation.state().wire() : "a guest's"),
          null);
    }
    return found(id);
  }

  /** Those that are not released, by address. */
  public List<Allocation> live() {
    return allocations.live();
  }

  /** The prefix that it is of, or null where NetBox has that no more. */
  public @Nullable Prefix prefix(Allocation allocation) {
    return inventory.prefix(allocation.prefix()).map(PrefixDetails::prefix).orElse(null);
  }

  /** Empty where there never was one, or it was forgotten. */
  Optional<Allocation> find(UUID id) {
    return allocations.find(id);
  }

  /** Refuses with {@code NotFound}. */
  public Allocation found(UUID id) {
    return allocations.find(id).orElseThrow(() -> new Refusal.NotFound("allocation", id));
  }

  private Allocation theirs(UUID id, Actor actor) {
    var allocation = found(id);
    if (!actor.changesAll() && !allocation.isOf(actor.person(), actor.name())) {
      throw new Refusal.Forbidden(
          Right.CHANGE_GUESTS,
          "%s is held by %s.".formatted(allocation.address(), allocation.requester()));
    }
    return allocation;
  }

  private Operation submit(AllocationOrder order, Submitter by) {
    return dispatch.submit(new Submission(order, GuestSecrets.NONE, by));
  }
}
