package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.operation.Operation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Room that the workers of all processes share. */
class TurnsTest extends PgOperationsFixture {
  private static final Map<String, Integer> LANES = Map.of("clones of 9000", 2);

  private Operation running(int vmid) {
    var added = operations.add(submission(start(), vmid)).operation();
    return operations.claim(added.id(), vmid).orElseThrow();
  }

  @Test
  void thereIsRoomForSoManyWhicheverWorkerHasThem() {
    var first = running(104);
    assertThat(operations.takeTurn(first, LANES)).isTrue();
    assertThat(operations.takeTurn(first, LANES)).isTrue();
    assertThat(operations.takeTurn(running(105), LANES)).isTrue();
    var third = running(106);
    assertThat(operations.takeTurn(third, LANES)).isFalse();
    assertThat(operations.takeTurn(third, Map.of("clones of 9001", 2))).isTrue();

    operations.endTurn(first);

    assertThat(operations.takeTurn(third, LANES)).isTrue();
  }

  @Test
  void whatIsFullInOneLaneTakesNoRoomInAnother() {
    operations.takeTurn(running(104), Map.of("b", 1));

    assertThat(operations.takeTurn(running(105), Map.of("a", 1, "b", 1))).isFalse();

    assertThat(operations.takeTurn(running(106), Map.of("a", 1))).isTrue();
  }

  @Test
  void whatHasEndedTakesNoRoom() {
    var first = running(104);
    operations.takeTurn(first, Map.of("a", 1));

    operations.record(first.succeeded(NOON));

    assertThat(operations.takeTurn(running(105), Map.of("a", 1))).isTrue();
  }

  @Test
  void aWorkerThatWasGivenUpEndsNoTurn() {
    var former = running(104);
    operations.takeTurn(former, Map.of("a", 1));
    assertThat(operations.claim(former.id(), 7)).isPresent();

    operations.endTurn(former);

    assertThat(operations.takeTurn(running(105), Map.of("a", 1))).isFalse();
  }
}
