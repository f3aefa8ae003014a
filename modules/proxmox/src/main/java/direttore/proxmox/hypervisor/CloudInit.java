package direttore.proxmox.hypervisor;

import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewVm;
import direttore.proxmox.property.IpConfig;
import direttore.proxmox.property.SshKeys;
import direttore.proxmox.transport.Parameters;

/** What a VM leaves to cloud-init, as parameters of its configuration. */
final class CloudInit {
  private CloudInit() {}

  /** Whether a drive is needed that tells the guest something. */
  static boolean needed(NewVm vm, GuestSecrets secrets) {
    return vm.usesCloudInit() || !secrets.none();
  }

  /** Adds what is asked for, and nothing else. */
  static Parameters add(Parameters parameters, NewVm vm, GuestSecrets secrets) {
    parameters.with("ciuser", vm.user()).with("cipassword", secrets.password());
    if (!secrets.sshKeys().isEmpty()) {
      parameters.with("sshkeys", new SshKeys(secrets.sshKeys()).forVm());
    }
    if (!vm.dns().isEmpty()) {
      parameters.with("nameserver", String.join(" ", vm.dns()));
    }
    for (int i = 0; i < vm.nics().size(); i++) {
      var addressing = vm.nics().get(i).addressing();
      if (!addressing.none()) {
        parameters.with("ipconfig" + i, IpConfig.of(addressing));
      }
    }
    return parameters;
  }
}
