package direttore.proxmox.hypervisor;

import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.VmId;
import direttore.proxmox.property.ContainerNet;
import direttore.proxmox.property.Features;
import direttore.proxmox.property.MountPoint;
import direttore.proxmox.property.SshKeys;
import direttore.proxmox.transport.Parameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that make containers. */
final class ContainerParameters {
  private ContainerParameters() {}

  /** {@code POST /nodes/{node}/lxc}. */
  static Parameters create(
      VmId vmid, NewContainer container, GuestSecrets secrets, String description) {
    var parameters =
        Parameters.none()
            .with("vmid", vmid)
            .with("ostemplate", container.template())
            .with("hostname", container.hostname())
            .with("cores", container.cores())
            .with("memory", container.memory())
            .with("swap", container.swap())
            .with("rootfs", MountPoint.root(container.storage(), container.disk()))
            .with("unprivileged", container.unprivileged())
            .with("features", container.nesting() ? Features.NESTING : null)
            .with("password", secrets.password())
            .with("description", description);
    for (int i = 0; i < container.nics().size(); i++) {
      parameters.with("net" + i, net(container.nics().get(i)));
    }
    return parameters
        .with("ssh-public-keys", keys(secrets))
        .with("nameserver", joined(" ", container.dns()))
        .with("tags", joined(";", container.tags()));
  }

  private static ContainerNet net(ContainerNic nic) {
    var addressing = nic.addressing();
    return new ContainerNet(
        nic.name(),
        nic.bridge(),
        null,
        VmParameters.tag(nic.vlan()),
        addressing.ip(),
        addressing.gw(),
        addressing.ip6(),
        addressing.gw6(),
        Map.of("type", "veth"));
  }

  private static @Nullable String keys(GuestSecrets secrets) {
    return secrets.sshKeys().isEmpty() ? null : new SshKeys(secrets.sshKeys()).forContainer();
  }

  private static @Nullable String joined(String by, List<String> items) {
    return items.isEmpty() ? null : String.join(by, items);
  }
}
