package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import java.net.InetAddress;
import java.util.List;

/** What Proxmox tells of the system within a guest; refuses as Proxmox does. */
public interface GuestInside {
  /** Refuses unless the agent in the guest answers. */
  void requireAgent(GuestRef guest);

  /** The addresses that the guest has by now, without those that lead to itself. */
  List<InetAddress> addresses(GuestRef guest);
}
