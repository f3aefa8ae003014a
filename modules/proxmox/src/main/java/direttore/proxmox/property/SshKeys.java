package direttore.proxmox.property;

import direttore.transport.Encoding;
import java.util.List;

/**
 * Public keys in the two forms that Proxmox wants: {@code sshkeys} of a VM is percent-encoded by
 * itself, inside the form's own encoding (QemuServer.pm); {@code ssh-public-keys} of a container is
 * plain.
 */
public record SshKeys(List<String> keys) {
  public SshKeys {
    keys = List.copyOf(keys);
  }

  /** One key a line, encoded with {@code %20} and {@code %0A}. */
  public String forVm() {
    return Encoding.percent(forContainer());
  }

  /** One key a line. */
  public String forContainer() {
    return String.join("\n", keys);
  }

  @Override
  public String toString() {
    return keys.size() + " keys";
  }
}
