package direttore.domain.guest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One guest, read from its node.
 *
 * @param config its configuration by Proxmox's keys, without passwords
 * @param status its current status by Proxmox's keys
 * @param firmware the state of its EFI and TPM, which lies on storages like its disks
 * @param running whether it runs
 * @param lock what holds it, or null
 * @param haManaged whether the HA manager starts and stops it
 */
public record GuestDetail(
    GuestRef ref,
    Map<String, Object> config,
    Map<String, Object> status,
    List<Disk> disks,
    List<Disk> firmware,
    boolean running,
    boolean template,
    @Nullable String lock,
    boolean haManaged) {
  /** What a container has whose configuration does not say (PVE::LXC::Config). */
  private static final long USUAL_SWAP = 512;

  public GuestDetail {
    config = Map.copyOf(config);
    status = Map.copyOf(status);
    disks = List.copyOf(disks);
    firmware = List.copyOf(firmware);
  }

  /** Whether it is a VM that stands still, and goes on when it is resumed. */
  public boolean paused() {
    return running && "paused".equals(status.get("qmpstatus"));
  }

  /** The note on the guest, empty when there is none. */
  public String description() {
    return Optional.ofNullable(config.get("description")).map(Object::toString).orElse("");
  }

  /** Whether its administrator forbids Proxmox to delete it. */
  public boolean guarded() {
    return String.valueOf(config.get("protection")).equals("1");
  }

  /** Processors of all sockets of a VM; 0 for a container, which is never too large to start. */
  public int processors() {
    return ref.kind() == GuestKind.LXC ? 0 : number("cores") * number("sockets");
  }

  /** MiB of a container's swap, which Proxmox gives it beside its memory; 0 for a VM. */
  public long swap() {
    var text = String.valueOf(config.get("swap"));
    if (ref.kind() == GuestKind.QEMU) {
      return 0;
    }
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : USUAL_SWAP;
  }

  private int number(String key) {
    var text = String.valueOf(config.get(key));
    return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 1;
  }

  /** What it was born with. */
  public Birth birth() {
    return Birth.of(config);
  }

  /** The disk that it starts from, empty where that is not certain. */
  public Optional<Disk> bootDisk() {
    return disks.stream().filter(Disk::boots).findFirst();
  }

  /**
   * A disk of the guest.
   *
   * @param key its slot, such as {@code scsi0} or {@code rootfs}
   * @param bytes its size, 0 when the configuration does not say
   * @param boots whether the guest starts from it for certain
   */
  public record Disk(String key, String storage, String volid, long bytes, boolean boots) {}
}
