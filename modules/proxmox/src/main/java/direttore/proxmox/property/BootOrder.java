package direttore.proxmox.property;

import java.util.List;

/** {@code boot}: the devices to boot from, in order, such as {@code order=scsi0;ide2;net0}. */
public record BootOrder(List<String> devices) {
  public BootOrder {
    devices = List.copyOf(devices);
  }

  /** Reads the order; the form of old configurations ({@code cdn}) names no devices. */
  public static BootOrder parse(String text) {
    var order = text.startsWith("order=") ? text.substring("order=".length()) : "";
    return new BootOrder(order.isEmpty() ? List.of() : List.of(order.split(";")));
  }

  @Override
  public String toString() {
    return "order=" + String.join(";", devices);
  }
}
