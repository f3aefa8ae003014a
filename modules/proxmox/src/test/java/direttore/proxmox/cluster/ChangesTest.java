package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final SettableClock clock = new SettableClock();
  private final Changes changes = new Changes(clock);

  @Test
  void aThousandChangesCostAFewListsAtATime() {
    for (int i = 0; i < 1000; i++) {
      changes.add(guest(i % 32));
    }

    assertThat(changes.next()).hasSize(4);
  }

  @Test
  void everyPlaceGetsItsTurn() {
    for (int i = 0; i < 10; i++) {
      changes.add(guest(i));
    }
    var read = new ArrayList<Changes.Place>();
    for (int i = 0; i < 3; i++) {
      read.addAll(changes.next());
    }

    assertThat(read.stream().distinct()).hasSize(10);
  }

  @Test
  void givesOutWhatWasNotReadSinceItsChangeOnce() {
    for (int i = 0; i < 6; i++) {
      changes.add(guest(i));
    }

    assertThat(changes.unread()).hasSize(4);
    assertThat(changes.unread()).hasSize(2);
    assertThat(changes.unread()).isEmpty();
  }

  @Test
  void whatJustChangedComesBeforeWhatWasReadSince() {
    for (int i = 0; i < 8; i++) {
      changes.add(guest(i));
    }
    changes.next();
    changes.next();
    changes.add(guest(9));

    assertThat(changes.next().getFirst().node()).isEqualTo(guest(9).node());
  }

  @Test
  void keepsWhatANodeListedUntilTheSummaryHasCaughtUp() {
    changes.add(guest(1));
    changes.read(new Snapshot.Live(guest(1).node(), GuestKind.QEMU, List.of()));
    assertThat(changes.lists()).hasSize(1);

    clock.advance(Duration.ofSeconds(12));

    assertThat(changes.next()).isEmpty();
    assertThat(changes.lists()).isEmpty();
  }

  @Test
  void nobodyWaitsForWhatOthersChanged() {
    changes.notice(place(1), new VmId(101));

    assertThat(changes.misses((Changes.Place) null)).isFalse();
    assertThat(changes.unread()).containsExactly(place(1));
    assertThat(changes.next()).as("in turn until the summary shows it").containsExactly(place(1));
  }

  @Test
  void whatWasChangedFromHereIsNotNoticedTwice() {
    changes.add(guest(1));
    changes.unread();

    changes.notice(place(1), new VmId(100));

    assertThat(changes.unread()).isEmpty();
  }

  private static Changes.Place place(int node) {
    return new Changes.Place(new NodeName("pve" + node), GuestKind.QEMU);
  }

  private static GuestRef guest(int node) {
    return new GuestRef(GuestKind.QEMU, new NodeName("pve" + node), new VmId(100));
  }
}
