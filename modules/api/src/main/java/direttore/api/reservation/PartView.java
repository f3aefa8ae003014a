package direttore.api.reservation;

import direttore.api.reservation.GuestsView.ReadyView;
import direttore.domain.operation.Operation;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.Waiting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One guest of a reservation, in answers.
 *
 * @param since when it is in its state, or null where that is not known
 * @param ready when it is ready, or null for a guest that was there
 * @param made whether it was made for the reservation
 * @param node null before there is a guest, likewise type and vmid
 * @param waiting what it waits for and since when, or null
 * @param error why it failed or is stuck, or null
 */
record PartView(
    String name,
    String kind,
    boolean made,
    String want,
    String state,
    @Nullable Instant since,
    @Nullable ReadyView ready,
    String atEnd,
    @Nullable String node,
    @Nullable String type,
    @Nullable Integer vmid,
    @Nullable WaitingView waiting,
    @Nullable ErrorView error) {
  private static final String GUEST = "guest";

  /** What it waits for. */
  record WaitingView(String what, Instant since) {
    static @Nullable WaitingView of(@Nullable Waiting waiting) {
      return waiting == null ? null : new WaitingView(waiting.what(), waiting.since());
    }
  }

  /** Why something went wrong. */
  record ErrorView(String type, String message) {
    static @Nullable ErrorView of(Operation.@Nullable Failure failure) {
      return failure == null ? null : new ErrorView(failure.type(), failure.message());
    }
  }

  static PartView of(Part part, @Nullable Instant since) {
    var guest = Optional.ofNullable(part.guest());
    return new PartView(
        part.name(),
        GUEST,
        part.made(),
        part.want().wire(),
        part.state().wire(),
        since,
        part.made() ? ReadyView.of(part.care().ready()) : null,
        part.atEnd().wire(),
        guest.map(g -> g.node().value()).orElse(null),
        guest.map(g -> g.kind().wire()).orElse(null),
        guest.map(g -> g.vmid().value()).orElse(null),
        WaitingView.of(part.waiting()),
        ErrorView.of(part.failure()));
  }

  /** Whether somebody has to look at it. */
  static boolean isBroken(Part part) {
    return part.state() == PartState.FAILED || part.state() == PartState.STUCK;
  }
}
