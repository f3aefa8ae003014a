package direttore.proxmox.property;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code boot}: the devices to boot from, in order, such as {@code order=scsi0;ide2;net0}.
 *
 * @param legacy letters of the form that release 6.2 and earlier wrote ({@code cdn}), which names
 *     kinds of devices and leaves the disk to {@code bootdisk}; null in today's form
 */
public record BootOrder(List<String> devices, @Nullable String legacy) {
  private static final String UNSET = "cdn";

  public BootOrder {
    devices = List.copyOf(devices);
  }

  /** The order of a VM in today's form. */
  public BootOrder(List<String> devices) {
    this(devices, null);
  }

  /** Reads the order; nothing at all stands for the old form (QemuServer.pm, device_bootorder). */
  public static BootOrder parse(String text) {
    if (text.isBlank()) {
      return new BootOrder(List.of(), UNSET);
    }
    var properties = Properties.read(text, "legacy");
    var order = properties.flatMap(p -> Optional.ofNullable(p.take("order"))).orElse("");
    var devices = order.isBlank() ? List.<String>of() : List.of(order.strip().split("[; ]+"));
    return new BootOrder(devices, properties.map(p -> p.take("legacy")).orElse(null));
  }

  @Override
  public String toString() {
    return legacy == null ? "order=" + String.join(";", devices) : legacy;
  }
}
