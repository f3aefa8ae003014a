package direttore.proxmox.property;

import direttore.domain.guest.DiskSize;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code rootfs} or {@code mp0} of a container, such as {@code local-lvm:8} or {@code
 * local-lvm:vm-101-disk-1,mp=/data,size=4G}.
 *
 * @param path where it is mounted, null for the root file system
 * @param size of a volume that exists, as Proxmox prints it, or null
 * @param more keys that Direttore does not set
 */
public record MountPoint(
    Volume volume, @Nullable String path, @Nullable String size, Map<String, String> more) {
  public MountPoint {
    more = Map.copyOf(more);
  }

  /** A new root file system. */
  public static MountPoint root(String storage, DiskSize size) {
    return new MountPoint(new Volume.Allocate(storage, size.gib()), null, null, Map.of());
  }

  public static MountPoint parse(String text) {
    return read(text)
        .orElseThrow(() -> new IllegalArgumentException("%s is no mount point".formatted(text)));
  }

  /** As {@link #parse}, empty for what Proxmox passes over too. */
  public static Optional<MountPoint> read(String text) {
    var read = Properties.read(text, "volume");
    if (read.isEmpty()) {
      return Optional.empty();
    }
    var properties = read.get();
    var volume = properties.take("volume");
    return volume == null
        ? Optional.empty()
        : Optional.of(
            new MountPoint(
                Volume.parse(volume),
                properties.take("mp"),
                properties.take("size"),
                properties.rest()));
  }

  @Override
  public String toString() {
    return new Properties.Writer()
        .bare(volume.toString())
        .with("mp", path)
        .with("size", size)
        .rest(more);
  }
}
