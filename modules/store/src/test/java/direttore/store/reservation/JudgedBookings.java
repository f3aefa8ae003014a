package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

/** Two nodes, on which nothing may be booked twice or beyond what there is, whatever a test did. */
abstract class JudgedBookings {
  final ReservationLab lab = new ReservationLab().nodes("pve1", "pve2");

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    assertThat(lab.momentsOverCapacity()).isZero();
    lab.close();
  }
}
