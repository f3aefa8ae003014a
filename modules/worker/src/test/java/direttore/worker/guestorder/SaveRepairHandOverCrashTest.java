package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.VmId;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.life.PartState;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Workers die while a reservation is saved at its end, repaired or handed over. */
class SaveRepairHandOverCrashTest {
  private static final VmId NAMED = new VmId(Lab.VMID);
  private static final Party BEN = new Party("ben", null, null);

  /** Has a worker die at each point in turn, until there is none; answers how many there are. */
  private static int everywhere(IntUnaryOperator deathsWithOneAt) {
    var points = 0;
    while (deathsWithOneAt.applyAsInt(points) > 0) {
      points++;
    }
    return points;
  }

  private static CaredReservation saving() {
    var play = new CaredReservation(AtStart.START, AtEnd.SNAPSHOT, AtEnd.SNAPSHOT);
    play.playUntil(play.start.plusSeconds(850));
    play.lab.time.each(() -> assertKeptBeforeItStops(play));
    return play;
  }

  private static void assertKeptBeforeItStops(CaredReservation play) {
    assertThat(play.lab.proxmox.guests.values())
        .allMatch(guest -> guest.running || guest.snapshots.keySet().stream().anyMatch(ofTheEnd()));
  }

  private static Predicate<String> ofTheEnd() {
    return name -> name.startsWith("reservation-17-");
  }

  private static void assertSaved(CaredReservation play, String where) {
    assertThat(play.lab.proxmox.guests).as(where).hasSize(2).containsKey(NAMED);
    assertThat(play.lab.proxmox.guests.values())
        .as(where)
        .allSatisfy(guest -> {
          assertThat(guest.running).isFalse();
          assertThat(guest.lock).isNull();
          assertThat(guest.snapshots.keySet().stream().filter(ofTheEnd())).hasSize(1);
        });
    assertThat(play.done("snapshot")).as(where).isEqualTo(2);
    assertThat(play.lives.life().parts())
        .as(where)
        .allMatch(part -> part.state() == PartState.RESTING && part.failure() == null);
  }

  @Test
  void savesEachGuestOnceBeforeItStopsWhereverTheWorkerDies() {
    var points =
        everywhere(point -> {
          var play = saving();
          Touches.on(play.lab, Touches.deathAt(point));

          var died = play.play();

          assertSaved(play, "death at point " + point);
          return died;
        });

    assertThat(points).isGreaterThan(50);
  }

  @Test
  void savesEachGuestOnceAfterManyDeaths() {
    for (var seed = 0; seed < 100; seed++) {
      var play = saving();
      Touches.on(play.lab, Touches.deaths(new Random(seed), 15, 8));

      play.play();

      assertSaved(play, "seed " + seed);
    }
  }

  @Test
  void makesOneGuestWhenItIsRepairedWhereverTheWorkerDies() {
    var points =
        everywhere(point -> {
          var play = new CaredReservation(AtStart.START);
          for (var failures = 0; failures < 3; failures++) {
            play.lab.proxmox.end("create", "no space left");
          }
          play.playUntil(play.start.plusSeconds(600));
          assertThat(play.part(1).state()).isEqualTo(PartState.FAILED);

          var died = repaired(play, point);

          var where = "death at point " + point;
          assertThat(play.wasReady).as(where).isTrue();
          assertThat(play.done("create-lxc")).as(where).isOne();
          assertThat(play.done("rollback")).as(where).isOne();
          play.assertOver(where);
          return died;
        });

    assertThat(points).isGreaterThan(50);
  }

  @Test
  void deletesWhatWasStuckWhenItIsRepairedWhereverTheWorkerDies() {
    var points =
        everywhere(point -> {
          var play = new CaredReservation(AtStart.START);
          for (var failures = 0; failures < 3; failures++) {
            play.lab.proxmox.end("destroy", "storage is not online");
          }
          play.play();
          assertThat(play.part(1).state()).isEqualTo(PartState.STUCK);
          var rolledBack = play.done("rollback");

          var died = repaired(play, point);

          var where = "death at point " + point;
          assertThat(play.done("delete")).as(where).isOne();
          assertThat(play.done("rollback")).as(where).isEqualTo(rolledBack);
          play.assertOver(where);
          return died;
        });

    assertThat(points).isGreaterThan(10);
  }

  /** Somebody asks for it until they get an answer; answers how many died from then on. */
  private static int repaired(CaredReservation play, int point) {
    Touches.on(play.lab, Touches.deathAt(point));
    var unanswered =
        CaredReservation.insist(() -> play.lives.repair(17, Set.of(play.part(1).id()), "ada"));
    return unanswered + play.play();
  }

  @Test
  void goesOnForWhoeverItIsHandedToWhereverThatIs() {
    var all = new CaredReservation(AtStart.rollback(Lab.SNAPSHOT));
    var touched = Touches.on(all.lab, () -> {});
    all.play();
    for (var point = 0; point < touched.get(); point++) {
      var play = new CaredReservation(AtStart.rollback(Lab.SNAPSHOT));
      Touches.on(play.lab, Touches.at(point, () -> play.lives.handOver(BEN)));

      play.play();

      assertHandedOver(play, "hand-over at point " + point);
    }
    assertThat(touched.get()).isGreaterThan(100);
  }

  @Test
  void nothingMoreIsAskedForWhoeverHadItWhereverTheWorkerDiesOfTheHandOver() {
    var points =
        everywhere(point -> {
          var play = new CaredReservation(AtStart.rollback(Lab.SNAPSHOT));
          var earlier = new HashSet<UUID>();
          Touches.on(
              play.lab,
              Touches.at(
                  point,
                  () -> {
                    play.lives.handOver(BEN);
                    earlier.addAll(play.lab.operations.rows.keySet());
                    throw new Touches.Crash();
                  }));

          var died = play.play();

          var where = "hand-over and death at point " + point;
          if (died > 0) {
            assertHandedOver(play, where);
            assertThat(play.lab.operations.all())
                .as(where)
                .allSatisfy(operation ->
                    assertThat(operation.requestedBy())
                        .isEqualTo(earlier.contains(operation.id()) ? "ada" : "ben"));
          }
          return died;
        });

    assertThat(points).isGreaterThan(100);
  }

  private static void assertHandedOver(CaredReservation play, String where) {
    assertThat(play.lives.life().party()).as(where).isEqualTo(BEN);
    assertThat(play.wasReady).as(where).isTrue();
    assertThat(play.done("create-lxc")).as(where).isOne();
    assertThat(play.done("rollback")).as(where).isEqualTo(2);
    assertThat(play.done("delete")).as(where).isOne();
    play.assertOver(where);
  }
}
