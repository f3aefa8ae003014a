package direttore.store.holding;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewContainer;
import direttore.domain.guestorder.GuestAction;
import java.util.List;

/** Orders that make a guest somebody's. */
public final class OwnedOrders {
  private OwnedOrders() {}

  public static GuestAction container() {
    return new GuestAction.CreateContainer(
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
            false));
  }
}
