package direttore.simulator.pve.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the Proxmox VE 9.2 API that concern the simulator; its router says which it
 * serves.
 */
public final class ApiSchema {
  private static final ApiSchema PVE = SchemaReader.pve();

  private final Map<String, MethodSpec> methods;
  private final Map<String, Format> formats;
  private final Map<String, List<String>> values;

  /** Methods are kept by verb and template, formats and lists of values by name. */
  ApiSchema(
      Map<String, MethodSpec> methods,
      Map<String, Format> formats,
      Map<String, List<String>> values) {
    this.methods = methods;
    this.formats = formats;
    this.values = values;
  }

  /** The one schema, read once. */
  public static ApiSchema pve() {
    return PVE;
  }

  /** The method with that verb and template ({@code /nodes/{node}/qemu/{vmid}/config}), or null. */
  public @Nullable MethodSpec find(String verb, String template) {
    return methods.get(verb + " " + template);
  }

  /** Every method, in the order of the files. */
  public Collection<MethodSpec> methods() {
    return Collections.unmodifiableCollection(methods.values());
  }

  /** The format of that name, or null. */
  @Nullable Format format(String name) {
    return formats.get(name);
  }

  /** A list of values by its name. */
  List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The processors of QEMU that a virtual machine can be given by name. */
  public static List<String> processors() {
    return PVE.values("processors").stream()
        .filter(m -> !m.startsWith("cortex") && !m.equals("a64fx"))
        .toList();
  }

  /**
   * The keys of a property string that was found well-formed before: {@code vm-net}, {@code
   * vm-scsi}, {@code ct-net}, {@code ct-rootfs} and so on; aliases are resolved, so a network
   * device's {@code virtio=MAC} gives {@code model} and {@code macaddr}.
   *
   * @throws IllegalArgumentException if it is not well-formed after all
   */
  public static Map<String, String> keys(String format, String text) {
    if (!(Formats.named(format) instanceof PropertyStringFormat strings)) {
      throw new IllegalArgumentException(format + " is not a property string");
    }
    try {
      return strings.split(text);
    } catch (Format.Malformed e) {
      throw new IllegalArgumentException(e.text(), e);
    }
  }
}
