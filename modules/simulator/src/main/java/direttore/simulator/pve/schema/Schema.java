package direttore.simulator.pve.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the Proxmox VE 9.2 API that concern the simulator; its router says which it
 * serves.
 */
public final class Schema {
  private static final Schema PVE =
      new Schema(
          List.of(
              AccessTable.METHODS,
              ClusterTable.METHODS,
              HaTable.METHODS,
              NodeTable.METHODS,
              NetworkTable.METHODS,
              StorageTable.METHODS,
              QemuTable.METHODS,
              QemuActionTable.METHODS,
              AgentTable.METHODS,
              SnapshotTable.METHODS,
              LxcTable.METHODS,
              LxcActionTable.METHODS,
              PoolTable.METHODS,
              StorageConfigTable.METHODS,
              BackupTable.METHODS,
              FirewallTable.METHODS));

  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

  private Schema(List<List<MethodSpec>> tables) {
    for (var table : tables) {
      table.forEach(m -> methods.put(m.verb() + " " + m.template(), m));
    }
  }

  /** The one table, built once. */
  public static Schema pve() {
    return PVE;
  }

  /** The method with that verb and template ({@code /nodes/{node}/qemu/{vmid}/config}), or null. */
  public @Nullable MethodSpec find(String verb, String template) {
    return methods.get(verb + " " + template);
  }

  /** Every method, in the order of the tables. */
  public Collection<MethodSpec> methods() {
    return Collections.unmodifiableCollection(methods.values());
  }

  /** The processors of QEMU that a virtual machine can be given by name. */
  public static List<String> processors() {
    return CpuFormat.models();
  }

  /**
   * The keys of a property string that was found well-formed before: {@code vm-net}, {@code
   * vm-scsi}, {@code ct-net}, {@code ct-rootfs} and so on; aliases are resolved, so a network
   * device's {@code virtio=MAC} gives {@code model} and {@code macaddr}.
   *
   * @throws IllegalArgumentException if it is not well-formed after all
   */
  public static Map<String, String> keys(String format, String text) {
    if (!(Formats.named(format) instanceof PropertyString strings)) {
      throw new IllegalArgumentException(format + " is not a property string");
    }
    try {
      return strings.split(text);
    } catch (Format.Malformed e) {
      throw new IllegalArgumentException(e.text(), e);
    }
  }
}
