package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.VmId;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Doing;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.PartOperation;
import direttore.domain.reservation.life.PartState;
import direttore.simulator.fault.Gate;
import direttore.testkit.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Three reservations side by side: one is given back and its guest kept, of another a failed guest
 * is repaired, the third is handed over while its guest is in the making. One kill strikes all
 * three, each at a request of its own.
 */
final class SaveRepairHandOver {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final String MAKE = "/nodes/pve1/lxc";
  private static final String START = "/nodes/pve1/lxc/[0-9]+/status/start";
  private static final String KEEP = "/nodes/pve1/lxc/%s/snapshot";
  private static final String HALT = "/nodes/pve1/lxc/%s/status/shutdown";

  private final WorkerLab lab;
  private final ReservationLab reservations;
  private final KilledWorker worker;
  private final Party ada;
  private final Party ben;

  SaveRepairHandOver(WorkerLab lab, ReservationLab reservations, KilledWorker worker) {
    this.lab = lab;
    this.reservations = reservations;
    this.worker = worker;
    this.ada = reservations.person("ada");
    this.ben = reservations.person("ben");
  }

  /**
   * Where a kill strikes; what is repaired and what is handed over never wait for the same request.
   *
   * @param save the path of the request, with the guest's VMID
   * @param afterSave whether that has its effect before the worker dies
   */
  private record Strike(
      String save,
      boolean afterSave,
      String repair,
      boolean afterRepair,
      String handOver,
      boolean afterHandOver) {
    @Override
    public String toString() {
      return "saved %s, repaired %s, handed over %s"
          .formatted(at(save, afterSave), at(repair, afterRepair), at(handOver, afterHandOver));
    }

    private static String at(String path, boolean after) {
      return (after ? "after " : "before ") + path.substring(path.lastIndexOf('/') + 1);
    }
  }

  private static final List<Strike> STRIKES =
      List.of(
          new Strike(KEEP, false, MAKE, false, START, true),
          new Strike(KEEP, true, START, false, MAKE, true),
          new Strike(HALT, false, START, true, MAKE, false),
          new Strike(HALT, true, MAKE, true, START, false));

  Stream<DynamicTest> struck() {
    // Nothing is begun for somebody who is disabled, so that it has failed without having tried.
    reservations.disable(ada, true);
    var failed = STRIKES.stream().map(strike -> book(2, AtEnd.DESTROY, ada)).toList();
    var kept = STRIKES.stream().map(strike -> book(1, AtEnd.SNAPSHOT, ben)).toList();
    failed.forEach(id -> reservations.await(id, all(PartState.FAILED)));
    reservations.disable(ada, false);
    kept.forEach(id -> reservations.await(id, all(PartState.READY)));
    return Stream.iterate(0, i -> i < STRIKES.size(), i -> i + 1)
        .map(i ->
            DynamicTest.dynamicTest(
                STRIKES.get(i).toString(),
                () -> strike(STRIKES.get(i), kept.get(i), failed.get(i))));
  }

  private long book(int guests, AtEnd atEnd, Party party) {
    var start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var window = new Window(start, start.plusSeconds(3600));
    return reservations.book(window, Margins.NONE, atEnd, guests, party);
  }

  private static Predicate<Life> all(PartState state) {
    return life -> life.parts().stream().allMatch(part -> part.state() == state);
  }

  private void strike(Strike strike, long saved, long repaired) {
    var vmid = guest(saved);
    var save = worker.stopAt("POST", strike.save().formatted(vmid), strike.afterSave());
    reservations.giveBack(saved);
    var handedOver = begun(strike, repaired);
    var askedBefore = ids(handedOver.id());
    reservations.handOver(handedOver.id(), ben);
    reach(save);

    worker.die(save, handedOver.repair(), handedOver.gate());

    assertSaved(saved, vmid);
    assertRepaired(repaired);
    assertHandedOver(handedOver.id(), askedBefore);
    for (var id : List.of(repaired, handedOver.id())) {
      reservations.await(id, life -> life.phase() == Phase.RETURNED);
      assertGone(id);
    }
  }

  /** The one that is handed over, which waits at its gate as the repair does at its own. */
  private record Begun(long id, Gate gate, Gate repair) {}

  /** Whoever is to reach its start passes the request that the other waits for. */
  private Begun begun(Strike strike, long repaired) {
    if (strike.repair().equals(START)) {
      var repair = repair(strike, repaired);
      var gate = worker.stopAt("POST", strike.handOver(), strike.afterHandOver());
      var id = book(1, AtEnd.DESTROY, ada);
      reach(gate);
      return new Begun(id, gate, repair);
    }
    var gate = worker.stopAt("POST", strike.handOver(), strike.afterHandOver());
    var id = book(1, AtEnd.DESTROY, ada);
    reach(gate);
    return new Begun(id, gate, repair(strike, repaired));
  }

  private Gate repair(Strike strike, long id) {
    var gate = worker.stopAt("POST", strike.repair(), strike.afterRepair());
    reservations.repair(id, reservations.find(id).parts().getFirst().id());
    reach(gate);
    return gate;
  }

  private static void reach(Gate gate) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(gate::reached);
  }

  private VmId guest(long id) {
    return Objects.requireNonNull(reservations.find(id).parts().getFirst().guest()).vmid();
  }

  private Set<UUID> ids(long id) {
    return reservations.operations(id).stream().map(PartOperation::id).collect(Collectors.toSet());
  }

  /** It was kept once and then stopped once, and is there. */
  private void assertSaved(long id, VmId vmid) {
    var over = reservations.await(id, life -> life.phase() == Phase.RETURNED);
    assertThat(over.parts())
        .singleElement()
        .matches(part -> part.state() == PartState.RESTING && part.failure() == null);
    assertThat(status(vmid)).isEqualTo("stopped");
    assertThat(snapshots(vmid)).singleElement().asString().startsWith("reservation-" + id);
    assertThat(lab.wellEnded("vzsnapshot", vmid.value())).isOne();
    assertThat(lab.wellEnded("vzshutdown", vmid.value())).isOne();
    assertDone(id, Doing.SNAPSHOT, 1);
    assertDone(id, Doing.HALT, 1);
  }

  /** One guest was made, and nothing of the other one. */
  private void assertRepaired(long id) {
    var ready = reservations.await(id, life -> life.parts().getFirst().state() == PartState.READY);
    assertThat(ready.parts().getLast().state()).isEqualTo(PartState.FAILED);
    assertMade(id);
    reservations.giveBack(id);
  }

  /** One guest was made; it is theirs, and so is all that was asked for it since. */
  private void assertHandedOver(long id, Set<UUID> askedBefore) {
    reservations.await(id, all(PartState.READY));
    assertMade(id);
    assertThat(reservations.owner(guest(id))).isEqualTo(ben.person());
    reservations.giveBack(id);
    reservations.await(id, life -> life.phase() == Phase.RETURNED);
    assertThat(reservations.operations(id))
        .allSatisfy(operation ->
            assertThat(lab.find(operation.id()).requestedBy())
                .isEqualTo(askedBefore.contains(operation.id()) ? "ada" : "ben"));
  }

  private void assertMade(long id) {
    var vmid = guest(id);
    assertThat(status(vmid)).isEqualTo("running");
    assertThat(lab.wellEnded("vzcreate", vmid.value())).isOne();
    assertThat(lab.wellEnded("vzstart", vmid.value())).isOne();
    assertDone(id, Doing.MAKE, 1);
  }

  private void assertDone(long id, Doing doing, int times) {
    assertThat(reservations.operations(id))
        .filteredOn(operation -> operation.doing() == doing && operation.succeeded())
        .hasSize(times);
  }

  private String status(VmId vmid) {
    return lab.pve().guests("pve1", vmid.value()).getFirst().path("status").asText();
  }

  private List<String> snapshots(VmId vmid) {
    return lab.pve().get(KEEP.formatted(vmid)).findValuesAsText("name").stream()
        .filter(name -> !name.equals("current"))
        .toList();
  }

  private void assertGone(long id) {
    for (var operation : reservations.operations(id)) {
      var vmid = operation.guest().vmid().value();
      assertThat(lab.pve().guests("pve1", vmid)).isEmpty();
      assertThat(lab.pve().volumes("pve1", vmid)).isEmpty();
    }
  }
}
