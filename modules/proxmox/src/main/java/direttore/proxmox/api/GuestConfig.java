package direttore.proxmox.api;

import direttore.domain.guest.GuestKind;
import direttore.proxmox.property.BootOrder;
import direttore.proxmox.property.Drive;
import direttore.proxmox.property.MountPoint;
import direttore.proxmox.property.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a guest by Proxmox's keys.
 *
 * @param values plain values, numbers as numbers
 */
public record GuestConfig(GuestKind kind, Map<String, Object> values) {
  private static final Pattern DRIVE = Pattern.compile("(scsi|virtio|sata|ide)([0-9]+)");
  private static final Pattern MOUNT = Pattern.compile("rootfs|mp[0-9]+");
  private static final Pattern PASSED_THROUGH = Pattern.compile("(hostpci|usb)[0-9]+");
  private static final Pattern FURTHER = Pattern.compile("(efidisk|tpmstate|unused)[0-9]+");
  private static final List<String> BUSES = List.of("scsi", "virtio", "sata", "ide");
  private static final Set<String> SECRETS = Set.of("cipassword", "password", "sshkeys");
  private static final int IDE = 4;
  private static final int SATA = 6;
  private static final int SCSI = 31;

  public GuestConfig {
    values = Map.copyOf(values);
  }

  /**
   * A disk in its slot.
   *
   * @param size as Proxmox prints it, such as {@code 32G}, or null where it does not
   */
  public record Slot(String key, Volume volume, @Nullable String size) {}

  public String text(String key) {
    return String.valueOf(values.getOrDefault(key, ""));
  }

  /** What holds the guest; old releases leave an empty lock behind, which is none. */
  public Optional<String> lock() {
    return Optional.of(text("lock")).filter(lock -> !lock.isBlank());
  }

  /** Everything but passwords and keys. */
  public Map<String, Object> withoutSecrets() {
    var open = new HashMap<>(values);
    open.keySet().removeAll(SECRETS);
    return open;
  }

  /** The disks, without CDs and cloud-init drives; the one booted from comes first. */
  public List<Slot> disks() {
    return kind == GuestKind.QEMU ? drives() : mounts();
  }

  /**
   * The disk that the guest starts from: of a VM the one that Proxmox gives its firmware first,
   * empty where that leaves it open which one it is.
   */
  public Optional<Slot> bootDisk() {
    var disks = disks();
    if (kind == GuestKind.LXC || disks.size() == 1) {
      return disks.stream().findFirst();
    }
    var first = BootOrder.parse(text("boot"));
    var key = first.legacy() == null ? ordered(first, disks) : text("bootdisk");
    return disks.stream().filter(disk -> disk.key().equals(key)).findFirst();
  }

  /** The first disk in the order, empty when a device of the node's own comes before it. */
  private String ordered(BootOrder order, List<Slot> disks) {
    for (var device : order.devices()) {
      if (disks.stream().anyMatch(disk -> disk.key().equals(device))) {
        return device;
      }
      if (PASSED_THROUGH.matcher(device).matches() && values.containsKey(device)) {
        return "";
      }
    }
    return "";
  }

  private List<Slot> drives() {
    var boot = new ArrayList<>(BootOrder.parse(text("boot")).devices());
    boot.add(text("bootdisk"));
    return keys(DRIVE.asMatchPredicate())
        .sorted(Comparator.comparingInt((String key) -> rank(boot, key)).thenComparing(bySlot()))
        .flatMap(key -> drive(key).filter(Drive::isDisk).map(drive -> slot(key, drive)).stream())
        .toList();
  }

  private Optional<Drive> drive(String key) {
    return Drive.read(text(key));
  }

  private static Slot slot(String key, Drive drive) {
    return new Slot(key, drive.volume(), drive.size());
  }

  private static int rank(List<String> boot, String key) {
    var place = boot.indexOf(key);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static Comparator<String> bySlot() {
    return Comparator.comparingInt((String key) -> BUSES.indexOf(key.replaceAll("[0-9]", "")))
        .thenComparingInt(key -> Integer.parseInt(key.replaceAll("[^0-9]", "")));
  }

  /** What else the guest has of its own: EFI and TPM state, and disks that are detached. */
  public List<Slot> furtherVolumes() {
    return keys(FURTHER.asMatchPredicate())
        .sorted()
        .flatMap(key -> drive(key).map(drive -> slot(key, drive)).stream())
        .filter(slot -> slot.volume().onStorage() != null)
        .toList();
  }

  /** The state of its firmware, which is copied with the disks: EFI variables and the TPM. */
  public List<Slot> firmware() {
    return furtherVolumes().stream().filter(slot -> !slot.key().startsWith("unused")).toList();
  }

  private List<Slot> mounts() {
    return keys(MOUNT.asMatchPredicate())
        .sorted(Comparator.comparing((String key) -> !key.equals("rootfs")).thenComparing(k -> k))
        .flatMap(key -> MountPoint.read(text(key)).map(mount -> slot(key, mount)).stream())
        .filter(slot -> slot.volume().onStorage() != null)
        .toList();
  }

  private static Slot slot(String key, MountPoint mount) {
    return new Slot(key, mount.volume(), mount.size());
  }

  /** Whether a drive is there that cloud-init reads. */
  public boolean hasCloudInitDrive() {
    return keys(DRIVE.asMatchPredicate())
        .anyMatch(key -> drive(key).filter(drive -> drive.volume().isCloudInit()).isPresent());
  }

  /** A slot for a CD drive that nothing is in, {@code ide2} if it can be. */
  public Optional<String> freeDriveSlot() {
    var slots =
        Stream.of(Stream.of("ide2"), slots("ide", IDE), slots("sata", SATA), slots("scsi", SCSI));
    return slots.flatMap(each -> each).filter(slot -> !values.containsKey(slot)).findFirst();
  }

  private static Stream<String> slots(String bus, int count) {
    return IntStream.range(0, count).mapToObj(i -> bus + i);
  }

  /** The keys of its NICs, {@code net0} and so on. */
  public List<String> nets() {
    return keys(key -> key.matches("net[0-9]+")).sorted().toList();
  }

  private Stream<String> keys(Predicate<String> which) {
    return values.keySet().stream().filter(which);
  }
}
