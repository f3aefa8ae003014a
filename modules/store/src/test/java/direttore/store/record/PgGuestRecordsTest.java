package direttore.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.Birth;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.domain.record.GuestRecord.State;
import direttore.domain.record.GuestRecords;
import direttore.domain.record.RecordOrder;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgGuestRecordsTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final NodeName NODE = new NodeName("pve1");
  private static final GuestRef GUEST = new GuestRef(GuestKind.LXC, NODE, new VmId(105));
  private static final Birth BIRTH = new Birth(NOON, "generation", Set.of("BC:24:11:00:00:01"));
  private static final GuestFacts FACTS =
      new GuestFacts(
          "lab",
          "web-1",
          "lxc",
          105,
          true,
          1,
          512,
          0,
          "ada",
          null,
          null,
          List.of(new GuestFacts.Nic(0, "eth0", "BC:24:11:00:00:01", "vmbr0", 100)),
          List.of(new GuestFacts.Ip(0, "10.0.0.5/24", UUID.randomUUID())));

  private final Database database = TestDatabase.migrated();
  private final SettableClock clock = new SettableClock(NOON);
  private final PgGuestRecords records = new PgGuestRecords(database, clock);
  private final PgOperations operations =
      new PgOperations(database, new Safe(new byte[32]), clock, UUID::randomUUID);

  @AfterEach
  void close() {
    database.close();
  }

  private Operation ended(GuestAction action) {
    var order =
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            NODE,
            new VmidChoice.Given(GUEST.vmid()),
            action,
            Terms.USUAL);
    var by = new Submitter(Actor.stranger("ada"), null, List.of());
    var added = operations.add(new Submission(order, GuestSecrets.NONE, by)).operation();
    var running = operations.claim(added.id(), 1).orElseThrow();
    for (var step : running.steps()) {
      running = running.begun(step.key(), NOON).done(step.key(), NOON);
    }
    var done = running.succeeded(NOON);
    operations.record(done);
    return done;
  }

  private Operation made() {
    return ended(
        new GuestAction.CreateContainer(
            new NewContainer(
                new GuestName("ct"),
                1,
                512,
                512,
                "local-lvm",
                DiskSize.ofGib(8),
                "local:vztmpl/ubuntu.tar.gz",
                List.of(),
                List.of(),
                true,
                false,
                "",
                List.of(),
                false)));
  }

  private GuestRecord one(UUID id) {
    return records.find(id).orElseThrow();
  }

  private List<UUID> due(UUID... changed) {
    return records.due(clock.instant(), Set.of(changed)).stream().map(GuestRecord::id).toList();
  }

  @Test
  void aGuestThatAnOrderMadeIsToBeRecordedAndWithItsDeletionRemoved() {
    var made = made();

    assertThat(one(made.id()).state()).isEqualTo(State.RECORDING);
    assertThat(one(made.id()).guest()).isEqualTo(GUEST);
    assertThat(one(made.id()).requester()).isEqualTo("ada");
    assertThat(due()).containsExactly(made.id());

    records.want(made.id(), FACTS, GUEST, BIRTH);
    records.recorded(made.id(), FACTS, 17);
    var recorded = one(made.id());
    assertThat(recorded.state()).isEqualTo(State.RECORDED);
    assertThat(recorded.wanted()).isEqualTo(FACTS);
    assertThat(recorded.written()).isEqualTo(FACTS);
    assertThat(recorded.birth()).isEqualTo(BIRTH);
    assertThat(recorded.machine()).isEqualTo(17);
    assertThat(records.glances())
        .containsExactly(new GuestRecords.Glance(made.id(), 105, "web-1", true, 1, 512));

    ended(new GuestAction.Delete(true));

    assertThat(one(made.id()).state()).isEqualTo(State.REMOVING);
    assertThat(records.of(made.order().subject())).containsExactly(one(made.id()));
    assertThat(due()).containsExactly(made.id());
    records.removed(made.id());
    assertThat(due()).isEmpty();
    assertThat(records.of(made.order().subject())).isEmpty();
    assertThat(records.all()).isEmpty();
    records.forget(NOON.plusSeconds(1));
    assertThat(records.find(made.id())).isEmpty();
  }

  @Test
  void whatWasNeverLookedAtIsForgottenWithItsGuest() {
    var made = made();

    ended(new GuestAction.Delete(true));

    assertThat(records.find(made.id())).isEmpty();
  }

  @Test
  void aNewGuestOfAVmidEndsTheRecordOfTheOneBefore() {
    var first = made();
    records.want(first.id(), FACTS, GUEST, BIRTH);

    var second = made();

    assertThat(one(first.id()).state()).isEqualTo(State.REMOVING);
    assertThat(one(second.id()).state()).isEqualTo(State.RECORDING);
  }

  @Test
  void whatFailsIsDueLaterAndLater() {
    var made = made();
    records.want(made.id(), FACTS, GUEST, BIRTH);
    assertThat(due()).hasSize(1);
    for (var minutes : List.of(2, 4, 8, 16, 32, 60, 60)) {
      clock.advance(Duration.ofMinutes(minutes));
      assertThat(due()).as("after %d minutes".formatted(minutes)).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      assertThat(due()).hasSize(1);
    }

    records.recorded(made.id(), FACTS, 17);
    assertThat(due()).isEmpty();
    clock.advance(Duration.ofSeconds(11));
    assertThat(due()).isEmpty();
    assertThat(due(made.id())).hasSize(1);
    clock.advance(Duration.ofSeconds(301));
    assertThat(due()).hasSize(1);
  }

  @Test
  void nothingIsDueWhileAnOperationHasIt() {
    var made = made();
    records.want(made.id(), FACTS, GUEST, BIRTH);
    operations.add(
        new Submission(
            RecordOrder.write(one(made.id())),
            GuestSecrets.NONE,
            new Submitter(Actor.stranger("ada"), null, List.of())));

    assertThat(due()).isEmpty();
    var stored = operations.activeOn(new Subject("record", made.id().toString()));
    assertThat(stored.orElseThrow().order()).isEqualTo(RecordOrder.write(one(made.id())));
  }

  @Test
  void aGuestHasOneRecordAndAnotherOnceSomebodyElseTookThatOver() {
    var made = made();
    records.want(made.id(), FACTS, GUEST, BIRTH);
    var another =
        new GuestRecord(
            UUID.randomUUID(), GUEST, State.RECORDING, "bob", null, null, null, BIRTH, NOON, null);
    assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> records.add(another));

    records.theirs(made.id());
    assertThat(due()).isEmpty();
    records.add(another);

    assertThat(records.all()).extracting(GuestRecord::id).containsExactly(another.id());
    assertThat(one(another.id()).birth()).isEqualTo(BIRTH);
  }

  @Test
  void inAnotherNetBoxNothingIsRecordedYet() {
    records.of("https://one.example");
    var made = made();
    records.of("https://one.example");
    records.want(made.id(), FACTS, GUEST, BIRTH);
    records.recorded(made.id(), FACTS, 17);

    records.of("https://one.example");
    assertThat(one(made.id()).machine()).isEqualTo(17);
    records.of("https://two.example");

    assertThat(one(made.id()).state()).isEqualTo(State.RECORDING);
    assertThat(one(made.id()).machine()).isNull();
    assertThat(one(made.id()).written()).isNull();
    assertThat(one(made.id()).wanted()).isEqualTo(FACTS);
  }
}
