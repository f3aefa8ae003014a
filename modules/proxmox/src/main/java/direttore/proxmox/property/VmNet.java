package direttore.proxmox.property;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code net0} of a VM, such as {@code virtio=BC:24:11:00:00:01,bridge=vmbr0,tag=100}.
 *
 * @param model the card, such as {@code virtio}
 * @param mac its address, or null to let Proxmox choose one
 * @param bridge what it is plugged into, or null for NAT
 * @param tag 1 to 4094, or null for untagged
 * @param more keys that Direttore does not set
 */
public record VmNet(
    String model,
    @Nullable Mac mac,
    @Nullable String bridge,
    @Nullable Integer tag,
    boolean firewall,
    Map<String, String> more) {
  private static final Set<String> MODELS =
      Set.of(
          "e1000",
          "e1000-82540em",
          "e1000-82544gc",
          "e1000-82545em",
          "e1000e",
          "i82551",
          "i82557b",
          "i82559er",
          "ne2k_isa",
          "ne2k_pci",
          "pcnet",
          "rtl8139",
          "virtio",
          "vmxnet3");

  private static final Pattern ADDRESS =
      Pattern.compile("\\b[0-9A-Fa-f][02468ACEace](:[0-9A-Fa-f]{2}){5}\\b");

  public VmNet {
    if (!MODELS.contains(model)) {
      throw new IllegalArgumentException("%s is no network card that Proxmox has".formatted(model));
    }
    Tags.check(tag);
    more = Map.copyOf(more);
  }

  /** A new card with an address of Proxmox's choice. */
  public VmNet(String model, String bridge, @Nullable Integer tag) {
    this(model, null, bridge, tag, false, Map.of());
  }

  /** Reads what a configuration holds: the model comes with the address or without. */
  public static VmNet parse(String text) {
    var properties = Properties.parse(text, "model");
    var named = properties.firstOf(MODELS);
    var model = named == null ? properties.need("model") : named;
    var mac = named == null ? properties.take("macaddr") : properties.take(named);
    return new VmNet(
        model,
        mac == null ? null : new Mac(mac),
        properties.take("bridge"),
        properties.number("tag"),
        properties.flag("firewall"),
        properties.rest());
  }

  /** The address that a card has, null where its text, of whatever release, tells none. */
  public static @Nullable Mac macOf(String text) {
    var address = ADDRESS.matcher(text);
    return address.find() ? new Mac(address.group()) : null;
  }

  @Override
  public String toString() {
    var writer = new Properties.Writer();
    return (mac == null ? writer.bare(model) : writer.with(model, mac))
        .with("bridge", bridge)
        .flag("firewall", firewall)
        .with("tag", tag)
        .rest(more);
  }
}
