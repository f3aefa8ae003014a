package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.store.operation.Safe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FreeInsteadTest {
  private static final int REFUSED = 6;
  private final CountDownLatch looking = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Integer> told = Collections.synchronizedList(new ArrayList<>());
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /** One that does something for whoever asks it, and tells the time of the lab. */
  private static Clock asked(Runnable asking) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ReservationLab.ROME;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        asking.run();
        return ReservationLab.NOW;
      }
    };
  }

  private PgReservations reservations(Runnable asking) {
    return new PgReservations(
        lab.database, new Safe(new byte[32]), asked(asking), UUID::randomUUID, Consequences.NONE);
  }

  /** Stands still where somebody looks for what is free. */
  private void hold() {
    if (Thread.currentThread().getName().startsWith("next-free")) {
      looking.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Thread refused(PgReservations reservations) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            reservations.book(wanted(hours(1, 2), node("pve1")), by(null));
          } catch (Refusal.ReservationConflict e) {
            told.add(e.nextFree().size());
          }
        });
  }

  @Test
  void whoeverLooksForItKeepsNobodyFromBooking() throws InterruptedException {
    lab.book(hours(1, 2), node("pve1"));
    var reservations = reservations(this::hold);
    var threads = new ArrayList<Thread>();
    threads.add(refused(reservations));
    looking.await();
    for (var i = 1; i < REFUSED; i++) {
      threads.add(refused(reservations));
    }

    var booked = reservations.book(wanted(hours(1, 2), node("pve2")), by(null));

    assertThat(booked.claims()).hasSize(1);
    end.countDown();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(told).hasSize(REFUSED).allMatch(free -> free >= 3);
  }

  @Test
  void aRecordingTellsHowLongDecisionsTook(@TempDir Path folder) throws IOException {
    var file = folder.resolve("decisions.jfr");
    var threads = ConcurrentHashMap.<Long>newKeySet();
    threads.add(Thread.currentThread().threadId());
    var reservations = reservations(() -> threads.add(Thread.currentThread().threadId()));
    try (var recording = new Recording()) {
      recording.enable("direttore.Decision");
      recording.start();
      reservations.book(wanted(hours(1, 2), node("pve1")), by(null));
      assertThatExceptionOfType(Refusal.ReservationConflict.class)
          .isThrownBy(() -> reservations.book(wanted(hours(1, 2), node("pve1")), by(null)));
      recording.stop();
      recording.dump(file);
    }

    // Others book in the same process.
    assertThat(RecordingFile.readAllEvents(file))
        .filteredOn(event -> threads.contains(event.getThread().getJavaThreadId()))
        .allMatch(event -> event.getDuration().isPositive())
        .extracting(event -> event.getBoolean("booked"))
        .containsExactlyInAnyOrder(true, false);
  }
}
