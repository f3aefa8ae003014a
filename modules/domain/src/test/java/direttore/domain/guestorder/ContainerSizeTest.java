package direttore.domain.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerSizeTest {
  @Test
  void countsSwapAsMemoryFromTheOrderOn() {
    assertThat(order(1024, 4096).size().memory()).isEqualTo(5120);
    assertThat(order(1024, 0).size().memory()).isEqualTo(1024);
  }

  private static GuestAction.CreateContainer order(int memory, int swap) {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("git-1"),
            1,
            memory,
            swap,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/debian.tar.zst",
            List.of(),
            List.of(),
            true,
            false,
            "",
            List.of(),
            true));
  }
}
