package direttore.domain.group;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StewardTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final UUID ID = new UUID(1, 1);
  private static final Operation.Failure BUSY = new Operation.Failure("busy", "it is busy");

  private final Map<GroupKey, State> operations = new HashMap<>();
  private final Map<GroupKey, Operation.Failure> refusals = new HashMap<>();
  private Group group = group(10, 3, true);

  private static Group group(int size, int wave, boolean starts) {
    return new Group(
        ID, "ten", "create-lxc", "ada", null, Want.DONE, 0, wave, size, starts, NOON, null);
  }

  private GroupProgress progress() {
    return new GroupProgress(
        group,
        operations.entrySet().stream()
            .map(e -> {
              var guest =
                  new GuestRef(
                      GuestKind.LXC, new NodeName("pve1"), new VmId(100 + e.getKey().member()));
              return new GroupOperation(new UUID(2, 2), e.getKey(), e.getValue(), guest, null);
            })
            .toList(),
        refusals);
  }

  private Decision decide() {
    return Steward.decide(progress());
  }

  private static GroupKey key(int member, Stage stage) {
    return new GroupKey(member, 0, stage, 0);
  }

  private void all(int from, int to, Stage stage, State state) {
    for (var member = from; member < to; member++) {
      operations.put(key(member, stage), state);
    }
  }

  @Test
  void beginsWithOneWave() {
    assertThat(decide())
        .isEqualTo(
            new Decision.Submit(
                List.of(key(0, Stage.ORDER), key(1, Stage.ORDER), key(2, Stage.ORDER))));
  }

  @Test
  void fillsTheWaveAsOperationsEnd() {
    all(0, 3, Stage.ORDER, State.RUNNING);
    assertThat(decide()).isEqualTo(new Decision.Await());

    operations.put(key(1, Stage.ORDER), State.FAILED);

    assertThat(decide()).isEqualTo(new Decision.Submit(List.of(key(3, Stage.ORDER))));
  }

  @Test
  void startsNoneBeforeAllAreMade() {
    all(0, 9, Stage.ORDER, State.SUCCEEDED);
    operations.put(key(9, Stage.ORDER), State.RUNNING);
    assertThat(decide()).isEqualTo(new Decision.Await());

    operations.put(key(9, Stage.ORDER), State.SUCCEEDED);

    assertThat(decide())
        .isEqualTo(
            new Decision.Submit(
                List.of(key(0, Stage.START), key(1, Stage.START), key(2, Stage.START))));
  }

  @Test
  void startsOnlyWhatWasMade() {
    group = group(3, 3, true);
    operations.put(key(0, Stage.ORDER), State.FAILED);
    refusals.put(key(1, Stage.ORDER), BUSY);
    operations.put(key(2, Stage.ORDER), State.SUCCEEDED);

    assertThat(decide()).isEqualTo(new Decision.Submit(List.of(key(2, Stage.START))));
    operations.put(key(2, Stage.START), State.SUCCEEDED);
    assertThat(decide()).isEqualTo(new Decision.End());
    assertThat(progress().counts())
        .isEqualTo(Map.of(MemberState.FAILED, 1, MemberState.REFUSED, 1, MemberState.SUCCEEDED, 1));
  }

  @Test
  void submitsNothingMoreWhenCancelledAndEndsWithTheLastThatRuns() {
    all(0, 3, Stage.ORDER, State.RUNNING);
    cancel();
    assertThat(decide()).isEqualTo(new Decision.Await());

    all(0, 3, Stage.ORDER, State.CANCELLED);

    assertThat(decide()).isEqualTo(new Decision.End());
    assertThat(progress().counts()).isEqualTo(Map.of(MemberState.CANCELLED, 10));
  }

  private void cancel() {
    group =
        new Group(
            ID,
            group.title(),
            group.kind(),
            group.requestedBy(),
            null,
            Want.CANCELLED,
            group.round() + 1,
            group.wave(),
            group.size(),
            group.starts(),
            NOON,
            null);
  }

  @Test
  void doesEachPartOnceWhateverIsLostOnTheWay() {
    for (var seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      operations.clear();
      refusals.clear();
      group = group(1 + random.nextInt(8), 1 + random.nextInt(4), random.nextBoolean());
      var decided = new ArrayList<Decision>();
      var cancelled = random.nextInt(4) == 0;

      for (var step = 0; !(decide() instanceof Decision.End); step++) {
        assertThat(step).as("seed %d", seed).isLessThan(2000);
        decided.add(decide());
        if (cancelled && step == 3) {
          cancel();
        }
        // An old answer may be followed late, or cut off by a death in the middle.
        follow(decided.get(random.nextInt(decided.size())), random);
        var under = progress().active();
        assertThat(under).as("seed %d: wave", seed).isLessThanOrEqualTo(group.wave());
        change(random);
      }

      assertEnded(seed);
    }
  }

  /** As the store does it: what is there is found, and a part of another round is not taken. */
  private void follow(Decision decision, Random random) {
    if (!(decision instanceof Decision.Submit(var due))) {
      return;
    }
    for (var key : due) {
      if (random.nextInt(6) == 0) {
        return;
      }
      if (key.round() == group.round() && !refusals.containsKey(key)) {
        if (!operations.containsKey(key) && random.nextInt(8) == 0) {
          refusals.put(key, BUSY);
        } else {
          operations.putIfAbsent(key, State.QUEUED);
        }
      }
    }
  }

  private void change(Random random) {
    operations.replaceAll((key, state) ->
        switch (state) {
          case QUEUED -> random.nextBoolean() ? State.RUNNING : state;
          case RUNNING ->
              switch (random.nextInt(6)) {
                case 0 -> State.FAILED;
                case 1, 2 -> State.SUCCEEDED;
                default -> state;
              };
          default -> state;
        });
  }

  private void assertEnded(int seed) {
    for (var member = 0; member < group.size(); member++) {
      var first = key(member, Stage.ORDER);
      if (group.want() == Want.DONE) {
        assertThat(operations.containsKey(first) ^ refusals.containsKey(first))
            .as("seed %d", seed)
            .isTrue();
      }
      var second = key(member, Stage.START);
      if (operations.containsKey(second)) {
        assertThat(operations.get(first)).as("seed %d", seed).isEqualTo(State.SUCCEEDED);
      }
      assertThat(progress().part(member).state().active()).as("seed %d", seed).isFalse();
    }
  }
}
