package direttore.proxmox.property;

import direttore.domain.guest.DiskSize;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A drive of a VM ({@code scsi0}, {@code ide2}, …), such as {@code local-lvm:32,discard=on}.
 *
 * @param media {@code cdrom} or {@code disk}, or null where it is left out
 * @param format {@code raw}, {@code qcow2} or {@code vmdk} of a volume to be made, or null
 * @param size of a volume that exists, as Proxmox prints it, or null
 * @param more keys that Direttore does not set
 */
public record Drive(
    Volume volume,
    @Nullable String media,
    @Nullable String format,
    @Nullable String size,
    Map<String, String> more) {
  public Drive {
    more = Map.copyOf(more);
  }

  /** A new disk; the format is null where the storage has only one. */
  public static Drive disk(String storage, DiskSize size, @Nullable String format) {
    return new Drive(
        new Volume.Allocate(storage, size.gib()), null, format, null, Map.of("discard", "on"));
  }

  /** An installation image in a drive. */
  public static Drive cdrom(String volid) {
    return new Drive(new Volume.Existing(volid), "cdrom", null, null, Map.of());
  }

  /** A new drive that cloud-init reads. */
  public static Drive cloudInit(String storage) {
    return new Drive(new Volume.CloudInit(storage), null, null, null, Map.of());
  }

  public static Drive parse(String text) {
    return read(text)
        .orElseThrow(() -> new IllegalArgumentException("%s is no drive".formatted(text)));
  }

  /** As {@link #parse}, empty for what Proxmox passes over too (Drive.pm, parse_drive). */
  public static Optional<Drive> read(String text) {
    var read = Properties.read(text, "file");
    if (read.isEmpty()) {
      return Optional.empty();
    }
    var properties = read.get();
    var file = properties.take("file");
    var volume = file == null ? properties.take("volume") : file;
    return volume == null
        ? Optional.empty()
        : Optional.of(
            new Drive(
                Volume.parse(volume),
                properties.take("media"),
                properties.take("format"),
                properties.take("size"),
                properties.rest()));
  }

  /** Whether it is a disk of the guest, and no CD or cloud-init drive. */
  public boolean isDisk() {
    return !"cdrom".equals(media) && !volume.isCloudInit() && volume.onStorage() != null;
  }

  @Override
  public String toString() {
    return new Properties.Writer()
        .bare(volume.toString())
        .with("format", format)
        .with("media", media)
        .with("size", size)
        .rest(more);
  }
}
