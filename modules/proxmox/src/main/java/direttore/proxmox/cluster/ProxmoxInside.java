package direttore.proxmox.cluster;

import direttore.domain.guest.GuestRef;
import direttore.domain.reservation.life.GuestInside;
import direttore.proxmox.api.GuestApi;
import direttore.proxmox.api.Proxmox;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

/** Asks Proxmox for what it knows of the systems within guests. */
public final class ProxmoxInside implements GuestInside {
  private final Proxmox proxmox;

  public ProxmoxInside(Proxmox proxmox) {
    this.proxmox = proxmox;
  }

  @Override
  public void requireAgent(GuestRef guest) {
    asking(
        guest,
        api -> {
          api.pingAgent();
          return true;
        });
  }

  @Override
  public List<InetAddress> addresses(GuestRef guest) {
    return asking(guest, GuestApi::addresses).stream()
        .filter(ProxmoxInside::isAddress)
        .map(InetAddress::ofLiteral)
        .filter(ProxmoxInside::leadsThere)
        .toList();
  }

  private <T> T asking(GuestRef guest, Function<GuestApi, T> call) {
    return Refusals.asking(
        "guest",
        guest,
        () -> call.apply(proxmox.node(guest.node()).guest(guest.kind(), guest.vmid())));
  }

  private static boolean isAddress(String text) {
    return text.matches("[0-9a-fA-F:.]{2,45}");
  }

  private static boolean leadsThere(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress();
  }
}
