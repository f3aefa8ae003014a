package direttore.worker.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.operation.Operation.Failure;
import direttore.worker.operation.Undone;
import org.jspecify.annotations.Nullable;

/**
 * What an operation that ended early has left.
 *
 * @param words for people
 * @param guest a guest that it certainly made and that is still there, or null
 */
record Remnant(String words, @Nullable GuestLeft guest) {

  /** No guest of its own. */
  static Remnant none(String words) {
    return new Remnant(words, null);
  }

  static Remnant of(String words, GuestRef guest, GuestState state) {
    var seen = state.running() ? GuestLeft.State.RUNNING : GuestLeft.State.STOPPED;
    return new Remnant(words, new GuestLeft(guest, seen, state.lock()));
  }

  static Remnant unseen(String words, GuestRef guest) {
    return new Remnant(words, new GuestLeft(guest, GuestLeft.State.UNKNOWN, null));
  }

  /** The failure, with this after it. */
  Failure after(Failure failure) {
    return failure.and(words).leaving(guest);
  }

  /** As what is still there after an undo. */
  Undone kept() {
    return new Undone.Kept(words, guest);
  }
}
