package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Operation;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A reservation that puts a guest back at its start and its end, and makes one that is asked. */
class CaredGuestsCrashTest {
  @Test
  void putsBackOnceAtTheStartAndOnceAtTheEndWhereverTheWorkerDies() {
    var points = 0;
    for (var died = 1; died > 0; points++) {
      var play = new CaredReservation(AtStart.rollback(Lab.SNAPSHOT));
      Touches.on(play.lab, Touches.deathAt(points));

      died = play.play();

      var where = "death at point " + points;
      assertThat(play.wasReady).as(where).isTrue();
      assertThat(play.done("rollback")).as(where).isEqualTo(2);
      play.assertOver(where);
    }
    assertThat(points).isGreaterThan(100);
  }

  @Test
  void keepsASnapshotFirstWhereverItIsCancelled() {
    var all = new CaredReservation(AtStart.SNAPSHOT);
    var touched = Touches.on(all.lab, () -> {});
    all.play();
    assertThat(all.done("snapshot")).isOne();
    for (var point = 0; point < touched.get(); point++) {
      var play = new CaredReservation(AtStart.SNAPSHOT);
      Touches.on(play.lab, Touches.at(point, () -> play.lives.become(Life::cancelled)));

      play.play();

      assertThat(play.lab.proxmox.guests.keySet())
          .as("cancel at point " + point)
          .containsExactly(new VmId(Lab.VMID));
    }
  }

  @Test
  void whatIsAskedAndDoesNotAnswerFailsInItsTimeAndTheOtherIsReady() {
    var play = new CaredReservation(AtStart.START);
    play.answers = false;

    play.playUntil(play.start.minusSeconds(60));
    assertThat(play.part(1).waiting()).isNotNull();
    assertThat(play.part(0).state()).isEqualTo(PartState.READY);
    play.playUntil(play.start.plusSeconds(600));

    assertThat(play.part(1).state()).isEqualTo(PartState.FAILED);
    assertThat(play.part(1).failure())
        .isEqualTo(new Operation.Failure("not-ready", "No address after 5 minutes."));
    play.answers = true;
    play.lives.repair(17, Set.of(play.part(1).id()), "ada");
    play.playUntil(play.start.plusSeconds(700));
    assertThat(play.part(1).state()).isEqualTo(PartState.READY);
    assertThat(play.done("create-lxc")).isOne();
  }

  @Test
  void doesNothingToAnotherGuestThatHasItsVmidNow() {
    var play = new CaredReservation(AtStart.START);
    play.turn();
    assertThat(play.part(0).birth()).isNotNull();
    play.lab.proxmox.guests.remove(new VmId(Lab.VMID));
    play.lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false).birth =
        Birth.of(Map.of("meta", "ctime=1800000000", "vmgenid", "two"));

    play.play();

    assertThat(play.part(0).want()).isEqualTo(PartWant.RESTING);
    assertThat(play.lab.proxmox.the(new VmId(Lab.VMID)).running).isFalse();
    assertThat(play.done("start") + play.done("rollback")).isEqualTo(play.done("create-lxc"));
  }

  @Test
  void aMarkThatWasRemovedByHandMakesNoSecondGuest() {
    var play = new CaredReservation(AtStart.START);
    play.answers = false;
    play.playUntil(play.start.minusSeconds(60));
    var made =
        play.lab.proxmox.guests.entrySet().stream()
            .filter(entry -> entry.getKey().value() != Lab.VMID)
            .findFirst()
            .orElseThrow();
    made.getValue().description = "";

    play.turn();

    assertThat(play.part(1).state()).isEqualTo(PartState.FAILED);
    assertThat(play.part(1).failure()).extracting(Operation.Failure::type).isEqualTo("unproven");
    play.play();
    assertThat(play.part(1).state()).isEqualTo(PartState.STUCK);
    assertThat(play.lab.proxmox.guests).containsKey(made.getKey()).hasSize(2);
  }

  @Test
  void endsNothingOfWhatTheNextHas() {
    var play = new CaredReservation(AtStart.START);
    play.playUntil(play.start.minusSeconds(60));
    assertThat(play.lab.proxmox.the(new VmId(Lab.VMID)).running).isTrue();
    play.lives.holder = 18L;

    play.play();

    assertThat(play.done("rollback")).isZero();
    assertThat(play.part(0).failure()).extracting(Operation.Failure::type).isEqualTo("taken");
  }
}
