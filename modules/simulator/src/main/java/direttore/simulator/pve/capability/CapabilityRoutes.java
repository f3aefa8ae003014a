package direttore.simulator.pve.capability;

import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.schema.ApiSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code /nodes/{node}/capabilities}: processors and machine types that a guest can have. */
public final class CapabilityRoutes {
  private static final String ALL = "/nodes/{node}/capabilities";
  private static final List<String> ABSTRACT =
      List.of("x86-64-v2", "x86-64-v2-AES", "x86-64-v3", "x86-64-v4");
  private static final List<String> PLAIN =
      List.of("host", "max", "kvm32", "kvm64", "qemu32", "qemu64");
  private static final List<String> VERSIONS = List.of("10.1", "10.0", "9.2", "9.0", "8.2", "8.1");

  private CapabilityRoutes() {}

  /** Adds the routes. */
  public static void addTo(Router router) {
    router
        .on("GET", ALL, call -> names("qemu"))
        .on("GET", ALL + "/qemu", call -> names("cpu", "cpu-flags", "machines", "migration"))
        .on("GET", ALL + "/qemu/cpu", call -> processors())
        .on("GET", ALL + "/qemu/cpu-flags", call -> flags())
        .on("GET", ALL + "/qemu/machines", call -> machines())
        .on("GET", ALL + "/qemu/migration", call -> ResultRow.of("has-dbus-vmstate", 1));
  }

  private static List<ResultRow> names(String... names) {
    return Stream.of(names).map(n -> ResultRow.of("name", n)).toList();
  }

  private static List<ResultRow> processors() {
    var rows = new ArrayList<ResultRow>();
    ABSTRACT.forEach(n -> rows.add(processor(n, "default").with("abstract", 1)));
    PLAIN.forEach(n -> rows.add(processor(n, "default")));
    for (var name : ApiSchema.processors()) {
      if (!PLAIN.contains(name)) {
        rows.add(processor(name, vendor(name)));
      }
    }
    return rows;
  }

  private static String vendor(String name) {
    return name.matches("(?i)(EPYC|Opteron|athlon|phenom).*") ? "AuthenticAMD" : "GenuineIntel";
  }

  private static ResultRow processor(String name, String vendor) {
    return ResultRow.of("name", name).with("vendor", vendor).with("custom", 0);
  }

  private static List<ResultRow> flags() {
    return Stream.of("aes", "hv-evmcs", "hv-tlbflush", "pcid", "pdpe1gb", "spec-ctrl", "ssbd")
        .map(n -> ResultRow.of("name", n).with("description", "The processor flag " + n + "."))
        .toList();
  }

  private static List<ResultRow> machines() {
    var rows = new ArrayList<ResultRow>();
    for (var version : VERSIONS) {
      rows.add(machine("pc-i440fx-" + version, "i440fx", version));
      rows.add(machine("pc-q35-" + version, "q35", version));
    }
    return rows;
  }

  private static ResultRow machine(String id, String type, String version) {
    return ResultRow.of("id", id).with("type", type).with("version", version);
  }
}
