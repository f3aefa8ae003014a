package direttore.simulator.pve.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of the Proxmox VE 9.2 API that the simulator serves. */
public final class Schema {
  private static final Schema PVE = new Schema();

  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

  private Schema() {}

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
}
