package direttore.proxmox.property;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a drive holds. Proxmox tells the forms apart by what follows the storage's name. */
public sealed interface Volume {
  Pattern ALLOCATION = Pattern.compile("(?<storage>[^:\\s/]+):(?<gib>[0-9]+(\\.[0-9]+)?)");

  /** Names of files may hold blanks and parentheses; a comma would end the property. */
  Pattern VOLUME_ID = Pattern.compile("(?<storage>[^:\\s/]+):(?<name>[^\\s,][^,\\v]*)");

  /**
   * A volume to be made, {@code local-lvm:32}: a plain number of GiB (qemu-server, Drive.pm), where
   * anything else would name a volume that exists.
   */
  record Allocate(String storage, String gib) implements Volume {
    public Allocate {
      if (!(storage + ":" + gib).matches(ALLOCATION.pattern())) {
        throw new IllegalArgumentException("%s:%s allocates nothing".formatted(storage, gib));
      }
    }

    @Override
    public String toString() {
      return storage + ":" + gib;
    }
  }

  /** A volume that exists, {@code local:iso/debian.iso}. */
  record Existing(String volid) implements Volume {
    public Existing {
      if (!VOLUME_ID.matcher(volid).matches() || ALLOCATION.matcher(volid).matches()) {
        throw new IllegalArgumentException("%s names no volume".formatted(volid));
      }
    }

    @Override
    public String toString() {
      return volid;
    }
  }

  /** A drive for cloud-init, made by Proxmox: {@code local-lvm:cloudinit}. */
  record CloudInit(String storage) implements Volume {
    @Override
    public String toString() {
      return storage + ":cloudinit";
    }
  }

  /** Anything else: {@code none} or {@code cdrom} of an empty drive, or a path on the node. */
  record Other(String text) implements Volume {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Reads the first part of a drive. */
  static Volume parse(String text) {
    var allocation = ALLOCATION.matcher(text);
    if (allocation.matches()) {
      return new Allocate(allocation.group("storage"), allocation.group("gib"));
    }
    if (!VOLUME_ID.matcher(text).matches()) {
      return new Other(text);
    }
    return text.endsWith(":cloudinit")
        ? new CloudInit(text.substring(0, text.indexOf(':')))
        : new Existing(text);
  }

  /** The storage that it lies on, or null when it lies on none. */
  default @Nullable String onStorage() {
    return switch (this) {
      case Allocate a -> a.storage();
      case Existing e -> e.volid().substring(0, e.volid().indexOf(':'));
      case CloudInit c -> c.storage();
      case Other o -> null;
    };
  }

  /** Whether it is, or will be, the drive that cloud-init reads. */
  default boolean isCloudInit() {
    return this instanceof CloudInit
        || (this instanceof Existing e && e.volid().matches(".*[:/]vm-[0-9]+-cloudinit(\\..+)?"));
  }
}
