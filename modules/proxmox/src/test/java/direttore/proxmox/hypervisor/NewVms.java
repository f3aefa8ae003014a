package direttore.proxmox.hypervisor;

import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import java.util.List;

/** VMs to be made. */
final class NewVms {
  private NewVms() {}

  static NewVm of(VmSource source, List<VmNic> nics) {
    return new NewVm(
        new GuestName("my-vm"),
        2,
        2048,
        source,
        nics,
        null,
        List.of(),
        "l26",
        "",
        List.of("lab", "web"),
        false);
  }
}
