package direttore.domain.reservation.life;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.group.Member;
import direttore.domain.guest.Birth;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Operation.State;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Readiness.Check;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartDecisionsTest {
  private static final Instant NOW = StartingLife.NOON;
  private static final Birth BIRTH = new Birth(null, null, Set.of("BC:24:11:00:00:01"));
  private static final Readiness PORT = new Readiness(Check.PORT, 22, Readiness.USUAL);
  private static final SnapshotName CLEAN = new SnapshotName("clean");

  private static Part made(Readiness ready) {
    var member =
        new Member(
            new GuestOrder(
                StartingLife.ref(105),
                new GuestAction.Power(PowerAction.START, 0, false),
                Terms.USUAL),
            null);
    return Part.made(new UUID(7, 1), 17, "pc-1", member, Care.made(AtEnd.DESTROY, ready))
        .wanted(PartWant.PRESENT, PartState.MAKING);
  }

  private static Part named(AtStart atStart, AtEnd atEnd) {
    return Part.named(
        new UUID(7, 1), 17, "104", StartingLife.ref(104), BIRTH, Care.named(atStart, atEnd));
  }

  private static PartOperation done(Doing doing, State state, @Nullable Failure why) {
    return new PartOperation(
        UUID.randomUUID(),
        new PartKey(1, doing.ordinal()),
        doing,
        false,
        state,
        StartingLife.ref(105),
        why,
        NOW);
  }

  private static Sight there(boolean running, @Nullable Lack lack) {
    return new Sight.There(StartingLife.ref(105), running, BIRTH, lack);
  }

  private static PartDecision decide(
      Part part, List<PartOperation> operations, Sight sight, Instant now) {
    return PartSteward.decide(part, operations, sight, now);
  }

  @Test
  void knowsTheOperationsOfPartsFromThoseOfGroups() {
    var group = UUID.randomUUID();

    assertThat(PartKey.names(new PartKey(1, 0).in(group))).isTrue();
    assertThat(PartKey.names(new Membership(group, "7:0:order:0", 0))).isFalse();
  }

  @Test
  void waitsForWhatIsAskedOfAGuestAndSaysSo() {
    var part = made(PORT);
    var operations = List.of(done(Doing.MAKE, State.SUCCEEDED, null));
    var lack = new Lack(Lack.Of.PORT, null);

    var first = decide(part, operations, there(true, lack), NOW.plusSeconds(20));

    assertThat(first).isInstanceOf(PartDecision.Wait.class);
    var waiting = ((PartDecision.Wait) first).waiting();
    assertThat(waiting.what()).isEqualTo("port 22");
    assertThat(waiting.since()).isEqualTo(NOW.plusSeconds(20));
    var late = decide(part.waiting(waiting), operations, there(true, lack), NOW.plusSeconds(320));
    assertThat(late).isInstanceOf(PartDecision.Settle.class);
    var settled = (PartDecision.Settle) late;
    assertThat(settled.state()).isEqualTo(PartState.FAILED);
    assertThat(settled.guest()).isEqualTo(StartingLife.ref(105));
    assertThat(settled.why())
        .isEqualTo(new Failure("not-ready", "No answer at port 22 after 5 minutes."));
    assertThat(decide(part, operations, there(true, null), NOW.plusSeconds(320)))
        .isEqualTo(new PartDecision.Settle(PartState.READY, StartingLife.ref(105), BIRTH, null));
  }

  @Test
  void startsNothingOfWhichNothingIsAsked() {
    var part = made(new Readiness(Check.NONE, null, Readiness.USUAL));
    var operations = List.of(done(Doing.MAKE, State.SUCCEEDED, null));

    assertThat(decide(part, operations, there(false, null), NOW))
        .isInstanceOfSatisfying(
            PartDecision.Settle.class,
            settle -> assertThat(settle.state()).isEqualTo(PartState.READY));
  }

  @Test
  void aGuestThatHasLostItsMarkIsNeitherGoneNorMadeAgain() {
    var unproven = new Sight.Unproven(StartingLife.ref(105));
    var left = new GuestLeft(StartingLife.ref(105), GuestLeft.State.STOPPED, null);
    var part = made(Readiness.RUNNING);
    for (var operation :
        List.of(
            done(Doing.MAKE, State.SUCCEEDED, null),
            done(Doing.MAKE, State.FAILED, new Failure("broken", "It broke.", left)))) {
      for (var want : List.of(PartWant.PRESENT, PartWant.RESTING, PartWant.ABSENT)) {
        var decision =
            decide(
                part.wanted(want, want == PartWant.PRESENT ? PartState.MAKING : PartState.ENDING),
                List.of(operation),
                unproven,
                NOW);

        assertThat(decision)
            .isInstanceOfSatisfying(
                PartDecision.Settle.class,
                settle -> {
                  assertThat(settle.state())
                      .isEqualTo(want == PartWant.PRESENT ? PartState.FAILED : PartState.STUCK);
                  assertThat(settle.why()).extracting(Failure::type).isEqualTo("unproven");
                });
      }
    }
  }

  @Test
  void whatTookTheVmidOfWhatWasNeverMadeIsNoneOfItsBusiness() {
    var failed = done(Doing.MAKE, State.FAILED, new Failure("vmid-in-use", "It is taken."));

    assertThat(
            decide(
                made(Readiness.RUNNING).wanted(PartWant.ABSENT, PartState.ENDING),
                List.of(failed),
                new Sight.Unproven(StartingLife.ref(105)),
                NOW))
        .isEqualTo(new PartDecision.Settle(PartState.GONE, null, null, null));
  }

  @Test
  void anotherGuestUnderTheVmidIsNotTouched() {
    var part = named(AtStart.START, AtEnd.STOP);

    assertThat(
            decide(
                part.wanted(PartWant.PRESENT, PartState.MAKING),
                List.of(),
                new Sight.Another(),
                NOW))
        .isInstanceOfSatisfying(
            PartDecision.Settle.class,
            settle -> {
              assertThat(settle.state()).isEqualTo(PartState.FAILED);
              assertThat(settle.why()).extracting(Failure::type).isEqualTo("another-guest");
            });
    assertThat(
            decide(
                part.wanted(PartWant.RESTING, PartState.ENDING),
                List.of(),
                new Sight.Another(),
                NOW))
        .isEqualTo(new PartDecision.Settle(PartState.GONE, null, null, null));
  }

  @Test
  void waitsForTheReturnOfWhoeverHasItAndEndsNothingOfTheirs() {
    var part = named(AtStart.START, AtEnd.STOP);

    assertThat(
            decide(
                part.wanted(PartWant.PRESENT, PartState.MAKING),
                List.of(),
                new Sight.Taken(12),
                NOW))
        .isInstanceOfSatisfying(
            PartDecision.Wait.class,
            wait -> assertThat(wait.waiting().what()).isEqualTo("the return of reservation 12"));
    assertThat(
            decide(
                part.wanted(PartWant.RESTING, PartState.ENDING),
                List.of(),
                new Sight.Taken(18),
                NOW))
        .isInstanceOfSatisfying(
            PartDecision.Settle.class,
            settle -> {
              assertThat(settle.state()).isEqualTo(PartState.RESTING);
              assertThat(settle.why()).extracting(Failure::type).isEqualTo("taken");
            });
  }

  @Test
  void putsAGuestBackOnceAtItsStartAndStartsItOnlyAfterThat() {
    var part =
        named(AtStart.rollback(CLEAN), AtEnd.restore(CLEAN))
            .wanted(PartWant.PRESENT, PartState.MAKING);
    var restored = done(Doing.RESTORE, State.SUCCEEDED, null);

    assertThat(decide(part, List.of(), there(true, null), NOW))
        .isEqualTo(new PartDecision.Submit(new PartKey(1, 0), Doing.RESTORE));
    var ready = decide(part, List.of(restored), there(true, null), NOW);
    assertThat(ready).isInstanceOf(PartDecision.Settle.class);
    var again =
        part.settled((PartDecision.Settle) ready).wanted(PartWant.RESTING, PartState.ENDING);
    assertThat(decide(again, List.of(restored), there(true, null), NOW))
        .isEqualTo(new PartDecision.Submit(new PartKey(2, 0), Doing.RESTORE));
    var back = again.wanted(PartWant.PRESENT, PartState.MAKING);
    assertThat(decide(back, List.of(restored), there(false, null), NOW))
        .isEqualTo(new PartDecision.Submit(new PartKey(3, 0), Doing.START));
  }
}
