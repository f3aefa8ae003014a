package direttore.domain.reservation.life;

import direttore.domain.group.Member;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Readiness;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One guest of a reservation: one that it brings into being, or one that was there and is named.
 *
 * @param id also the fence of its operations
 * @param name unique in the reservation
 * @param making how it is made, or null for a guest that was there
 * @param guest the guest, or null while there is none yet
 * @param birth what the guest was born with when it was booked or seen last, or null where nobody
 *     has looked
 * @param round rises when what is wanted changes; operations of an older one do nothing more
 * @param state of the present round
 * @param waiting what it waits for, or null
 * @param failure why it failed or is stuck, or the last try did, until it is ready; null where
 *     nothing went wrong
 */
public record Part(
    UUID id,
    long reservation,
    String name,
    @Nullable Member making,
    @Nullable GuestRef guest,
    @Nullable Birth birth,
    Care care,
    PartWant want,
    int round,
    PartState state,
    @Nullable Waiting waiting,
    @Nullable Failure failure) {
  public static final int LONGEST_NAME = 63;

  /** Why a guest has failed that runs and did not become ready in time. */
  static final String NOT_READY = "not-ready";

  public Part {
    if (making == null && guest == null) {
      throw new IllegalArgumentException("part %s is about no guest".formatted(name));
    }
    if (making == null && care.atEnd().destroys()) {
      throw new IllegalArgumentException(
          "guest %s was there before its reservation and stays".formatted(guest));
    }
  }

  /** One that a reservation shall bring into being. */
  public static Part made(UUID id, long reservation, String name, Member making, Care care) {
    return idle(id, reservation, name, making, null, null, care);
  }

  /** One that was there. */
  public static Part named(
      UUID id, long reservation, String name, GuestRef guest, @Nullable Birth birth, Care care) {
    return idle(id, reservation, name, null, guest, birth, care);
  }

  /** One of which nothing is wanted yet. */
  private static Part idle(
      UUID id,
      long reservation,
      String name,
      @Nullable Member making,
      @Nullable GuestRef guest,
      @Nullable Birth birth,
      Care care) {
    return new Part(
        id,
        reservation,
        name,
        making,
        guest,
        birth,
        care,
        PartWant.NOTHING,
        0,
        PartState.NONE,
        null,
        null);
  }

  /** Whether the reservation makes it, so that it may delete it. */
  public boolean made() {
    return making != null;
  }

  public AtEnd atEnd() {
    return care.atEnd();
  }

  /** The same at the end of its round. */
  Part settled(PartDecision.Settle end) {
    var seen = end.birth() == null ? birth : end.birth();
    return new Part(
        id,
        reservation,
        name,
        making,
        made() ? end.guest() : guest,
        made() && end.guest() == null ? null : seen,
        end.state() == PartState.READY ? care.begun() : care,
        want,
        round,
        end.state(),
        null,
        end.why());
  }

  /** The same with what its guest was born with, where that was not known. */
  Part born(Birth seen) {
    return birth != null
        ? this
        : new Part(
            id, reservation, name, making, guest, seen, care, want, round, state, waiting, failure);
  }

  /** The same, taken care of another way; looked at anew where it is ready otherwise. */
  Part caring(Care other) {
    var same = cared(other);
    return looksAnew(other.ready()) ? same.wanted(PartWant.PRESENT, PartState.MAKING) : same;
  }

  private boolean looksAnew(Readiness other) {
    var ready = care.ready();
    var others = other.check() != ready.check() || !Objects.equals(other.port(), ready.port());
    return want == PartWant.PRESENT
        && switch (state) {
          case READY -> others;
          case FAILED ->
              !other.equals(ready) && failure != null && failure.type().equals(NOT_READY);
          case NONE, MAKING, ENDING, RESTING, GONE, STUCK -> false;
        };
  }

  private Part cared(Care other) {
    return new Part(
        id, reservation, name, making, guest, birth, other, want, round, state, waiting, failure);
  }

  /** The same, wanted otherwise from now on; while it is made again, it is known why. */
  Part wanted(PartWant other, PartState from) {
    var why = state == PartState.FAILED && from == PartState.MAKING ? failure : null;
    return new Part(
        id, reservation, name, making, guest, birth, care, other, round + 1, from, null, why);
  }

  /** The same with what it waits for. */
  Part waiting(Waiting other) {
    return new Part(
        id, reservation, name, making, guest, birth, care, want, round, state, other, failure);
  }

  /** The same, not begun. */
  Part withheld(Failure why) {
    return new Part(
        id,
        reservation,
        name,
        making,
        guest,
        birth,
        care,
        want,
        round,
        PartState.FAILED,
        null,
        why);
  }

  /** The same, never begun; why stays known. */
  Part left() {
    return new Part(
        id,
        reservation,
        name,
        making,
        guest,
        birth,
        care,
        want,
        round,
        PartState.NONE,
        null,
        failure);
  }
}
