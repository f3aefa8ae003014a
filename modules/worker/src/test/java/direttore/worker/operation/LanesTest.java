package direttore.worker.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.worker.operation.Lanes.Lane;
import direttore.worker.time.SteppingTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final SteppingTime time = new SteppingTime();
  private final Lanes lanes = new Lanes();
  private final List<Lane> source = List.of(new Lane("clones of 9000", 2));

  @Test
  void noMoreThanTheRoomGoAtOnce() {
    var first = ask(source);
    var second = ask(source);
    var third = ask(source);

    assertThat(List.of(first.in(), second.in(), third.in())).containsExactly(true, true, false);

    first.close();
    assertThat(third.in()).isTrue();
  }

  @Test
  void whoNeedsAnotherLaneGoesAtOnce() {
    ask(source);
    ask(source);
    ask(source);

    assertThat(ask(List.of(new Lane("clones of 9001", 2))).in()).isTrue();
  }

  @Test
  void whoNeedsTwoLanesWaitsForBoth() {
    var storage = new Lane("clones to nfs", 1);
    var first = ask(List.of(source.getFirst(), storage));
    var second = ask(List.of(new Lane("clones of 9001", 2), storage));

    assertThat(second.in()).isFalse();

    first.close();
    assertThat(second.in()).isTrue();
  }

  @Test
  void whoGivesUpTakesNoRoom() {
    var first = ask(source);
    ask(source);
    ask(source).close();
    var fourth = ask(source);

    first.close();

    assertThat(fourth.in()).isTrue();
  }

  @Test
  void whatRunsAlreadyCountsEvenBeyondTheRoom() {
    var found = lanes.join(source, "ada", time.signal());
    lanes.join(source, "ada", time.signal());
    lanes.join(source, "ada", time.signal());
    var next = ask(source);

    found.close();

    assertThat(next.in()).isFalse();
  }

  @Test
  void whoOrdersManyKeepsNobodyWaitingWhoOrdersOne() {
    var first = ask(source);
    ask(source);
    var third = ask(source);
    var other = lanes.request(source, "ben", time.signal());

    first.close();
    assertThat(List.of(third.in(), other.in())).containsExactly(false, true);

    other.close();
    assertThat(third.in()).isTrue();
  }

  @Test
  void whatSomebodyHasInOtherLanesCountsNothingHere() {
    lanes.request(List.of(new Lane("clones of 9001", 2)), "ben", time.signal());
    var first = ask(source);
    ask(source);
    var other = lanes.request(source, "ben", time.signal());
    var third = ask(source);

    first.close();

    assertThat(List.of(other.in(), third.in())).containsExactly(true, false);
  }

  private Lanes.Ticket ask(List<Lane> wanted) {
    return lanes.request(wanted, "ada", time.signal());
  }
}
