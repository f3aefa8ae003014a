package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The property string of a virtual machine's processor. */
final class CpuFormat {
  private static final String[] MODELS = {
    "486",
    "a64fx",
    "athlon",
    "Broadwell",
    "Broadwell-IBRS",
    "Broadwell-noTSX",
    "Broadwell-noTSX-IBRS",
    "Cascadelake-Server",
    "Cascadelake-Server-noTSX",
    "Cascadelake-Server-v2",
    "Cascadelake-Server-v4",
    "Cascadelake-Server-v5",
    "ClearwaterForest",
    "Conroe",
    "Cooperlake",
    "Cooperlake-v2",
    "core2duo",
    "coreduo",
    "cortex-a35",
    "cortex-a53",
    "cortex-a55",
    "cortex-a57",
    "cortex-a710",
    "cortex-a72",
    "cortex-a76",
    "EPYC",
    "EPYC-Genoa",
    "EPYC-Genoa-v2",
    "EPYC-IBPB",
    "EPYC-Milan",
    "EPYC-Milan-v2",
    "EPYC-Milan-v3",
    "EPYC-Rome",
    "EPYC-Rome-v2",
    "EPYC-Rome-v3",
    "EPYC-Rome-v4",
    "EPYC-Rome-v5",
    "EPYC-Turin",
    "EPYC-v3",
    "EPYC-v4",
    "EPYC-v5",
    "GraniteRapids",
    "GraniteRapids-v2",
    "GraniteRapids-v3",
    "Haswell",
    "Haswell-IBRS",
    "Haswell-noTSX",
    "Haswell-noTSX-IBRS",
    "host",
    "Icelake-Client",
    "Icelake-Client-noTSX",
    "Icelake-Server",
    "Icelake-Server-noTSX",
    "Icelake-Server-v3",
    "Icelake-Server-v4",
    "Icelake-Server-v5",
    "Icelake-Server-v6",
    "Icelake-Server-v7",
    "IvyBridge",
    "IvyBridge-IBRS",
    "KnightsMill",
    "kvm32",
    "kvm64",
    "max",
    "Nehalem",
    "Nehalem-IBRS",
    "neoverse-n1",
    "neoverse-n2",
    "neoverse-v1",
    "Opteron_G1",
    "Opteron_G2",
    "Opteron_G3",
    "Opteron_G4",
    "Opteron_G5",
    "Penryn",
    "pentium",
    "pentium2",
    "pentium3",
    "phenom",
    "qemu32",
    "qemu64",
    "SandyBridge",
    "SandyBridge-IBRS",
    "SapphireRapids",
    "SapphireRapids-v2",
    "SapphireRapids-v3",
    "SapphireRapids-v4",
    "SierraForest",
    "SierraForest-v2",
    "SierraForest-v3",
    "Skylake-Client",
    "Skylake-Client-IBRS",
    "Skylake-Client-noTSX-IBRS",
    "Skylake-Client-v4",
    "Skylake-Server",
    "Skylake-Server-IBRS",
    "Skylake-Server-noTSX-IBRS",
    "Skylake-Server-v4",
    "Skylake-Server-v5",
    "Westmere",
    "Westmere-IBRS"
  };
  private static final Set<String> KNOWN = Set.of(MODELS);

  static final Format CPU =
      new PropertyString(
          CpuFormat::verify,
          text("cputype").asMain(),
          text("flags")
              .like("(?:(?:([+-])([a-zA-Z0-9\\-_\\.]+))(;(?:([+-])([a-zA-Z0-9\\-_\\.]+)))*)"),
          whole("guest-phys-bits", 32, 64),
          flag("hidden"),
          text("hv-vendor-id").like("(?:[a-zA-Z0-9]{1,12})"),
          whole("level", 0, 4294967295L),
          text("phys-bits", "pve-phys-bits"),
          text("reported-model").among(MODELS));

  private CpuFormat() {}

  static List<String> models() {
    return List.of(MODELS).stream()
        .filter(m -> !m.startsWith("cortex") && !m.equals("a64fx"))
        .toList();
  }

  private static void verify(Map<String, String> cpu) throws Format.Malformed {
    var model = cpu.get("cputype");
    if (model == null) {
      throw new Format.Malformed("CPU is missing cputype");
    }
    if (!KNOWN.contains(model)
        && !model.startsWith("custom-")
        && !model.matches("host|max|x86-64-v[234].*")) {
      throw new Format.Malformed(
          "Built-in cputype '%s' is not defined (missing 'custom-' prefix?)".formatted(model));
    }
  }
}
