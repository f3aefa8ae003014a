package direttore.domain.reservation;

import java.util.List;

/**
 * Some reservations, by their start.
 *
 * @param total how many there are on all pages
 * @param more whether there are some after these
 */
public record ReservationPage(List<Reservation> reservations, long total, boolean more) {
  public ReservationPage {
    reservations = List.copyOf(reservations);
  }
}
