package direttore.simulator.pve.qemu;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestConfigKeys;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import java.util.Optional;

/**
 * What runs inside a virtual machine, as far as the outside notices.
 *
 * <p>A system runs where a disk holds data (it was cloned or imported) or a CD-ROM is inserted; the
 * tag {@code deaf} makes it ignore the power button, the tag {@code no-agent} leaves its guest
 * agent out.
 */
final class Machine {
  private static final int AGENT_AFTER_SECONDS = 3;

  private final Site site;

  Machine(Site site) {
    this.site = site;
  }

  /** Does it shut down when asked to? */
  boolean obeys(Guest guest) {
    return hasSystem(guest)
        && !GuestConfigKeys.isTagged(guest, "deaf")
        && !"0".equals(guest.get("acpi"));
  }

  /** Is the guest agent configured? */
  static boolean hasAgentOption(Guest guest) {
    var option = PropertyString.parse(guest.get("agent", "0"));
    var enabled = option.first().isEmpty() ? option.get("enabled", "0") : option.first();
    return enabled.matches("1|yes|on|true");
  }

  /** Does the guest agent answer? */
  boolean agentAnswers(Guest guest, long now) {
    return hasAgentOption(guest)
        && !guest.run().paused()
        && guest.running()
        && now - guest.run().since() >= AGENT_AFTER_SECONDS
        && hasData(guest)
        && !GuestConfigKeys.isTagged(guest, "no-agent");
  }

  private boolean hasSystem(Guest guest) {
    return hasData(guest)
        || Drives.keys(guest.config()).stream()
            .map(k -> Drives.volume(guest.get(k, "")))
            .anyMatch(v -> v.contains(":iso/"));
  }

  private boolean hasData(Guest guest) {
    return Drives.disks(guest.config()).values().stream()
        .map(v -> volume(guest, v))
        .flatMap(Optional::stream)
        .anyMatch(v -> v.used() > 0 || !v.baseName().isEmpty());
  }

  private Optional<StoredVolume> volume(Guest guest, String drive) {
    var volid = Volid.parse(Drives.volume(drive));
    if (volid == null) {
      return Optional.empty();
    }
    return site.disks()
        .storages()
        .find(volid.storage())
        .flatMap(s -> site.disks().volumes().find(s, guest.node(), volid.name()));
  }
}
