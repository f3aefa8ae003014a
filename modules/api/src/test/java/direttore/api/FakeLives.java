package direttore.api;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.Lives;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartOperation;
import direttore.domain.reservation.life.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reservations of which nothing was begun: what becomes of them is tested with the real store. */
final class FakeLives implements Lives {
  private final FakeReservations reservations;

  FakeLives(FakeReservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public Optional<Long> reservationOf(UUID part) {
    return Optional.empty();
  }

  @Override
  public List<Long> moving() {
    return List.of();
  }

  @Override
  public Life find(long id) {
    var reservation = reservations.find(id);
    return new Life(
        id,
        reservation.details().party(),
        reservation.phase(),
        reservation.status(),
        reservation.window(),
        reservation.margins(),
        reservation.checkIn(),
        parts(reservation),
        List.of());
  }

  private static List<Part> parts(Reservation reservation) {
    return reservation.guests().stream()
        .flatMap(guests ->
            guests.parts().stream()
                .map(part ->
                    Part.made(
                        new UUID(reservation.id(), part.name().hashCode()),
                        reservation.id(),
                        part.name(),
                        part.making(),
                        guests.care(reservation.atEnd()))))
        .toList();
  }

  @Override
  public Map<UUID, Long> take(long id) {
    return Map.of();
  }

  @Override
  public void born(long id, UUID part, Birth birth) {
    throw new UnsupportedOperationException("there are no parts");
  }

  @Override
  public void note(long id, UUID part, int round, Waiting what) {
    throw new UnsupportedOperationException("there are no parts");
  }

  @Override
  public Map<UUID, List<PartOperation>> operations(long id) {
    return Map.of();
  }

  @Override
  public GuestSecrets secrets(UUID part) {
    return GuestSecrets.NONE;
  }

  @Override
  public void settle(long id, UUID part, int round, PartDecision.Settle end) {
    throw new UnsupportedOperationException("there are no parts");
  }

  @Override
  public Life repair(long id, Set<UUID> parts, String by) {
    throw new UnsupportedOperationException("there are no parts");
  }
}
