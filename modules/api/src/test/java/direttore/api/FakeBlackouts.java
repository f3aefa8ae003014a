package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Blackouts;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.NewBlackout;
import direttore.domain.reservation.NewBlackout.Overlap;
import java.util.List;
import java.util.Objects;

/** Blackouts among the reservations in memory; gaps are tested with the real store. */
final class FakeBlackouts implements Blackouts {
  private final FakeReservations reservations;

  FakeBlackouts(FakeReservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public Made make(NewBlackout wanted, Submitter by) {
    try {
      return new Made(reservations.book(wanted.reservation(), by), List.of(), List.of());
    } catch (Refusal.ReservationConflict e) {
      if (wanted.overlap() != Overlap.CANCEL) {
        throw e;
      }
      var taken =
          e.conflicts().stream()
              .map(Conflict::by)
              .filter(Objects::nonNull)
              .map(Conflict.By::reservation)
              .distinct()
              .toList();
      taken.forEach(id -> reservations.cancel(id, null, wanted.reason()));
      return new Made(reservations.book(wanted.reservation(), by), taken, List.of());
    }
  }
}
