package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static java.util.Map.entry;

import java.util.Map;

/** The property strings of virtual machines. */
final class QemuFormats {
  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry(
              "pve-qemu-machine-fmt",
              new PropertyString(
                  number("aw-bits", 32, 64),
                  flag("enable-s3"),
                  flag("enable-s4"),
                  text("type")
                      .like(
                          "(pc|pc(-i440fx)?-\\d+(\\.\\d+)+(\\+pve\\d+)?(\\.pxe)?|q35|pc-q35-\\d+(\\.\\d+)+(\\+pve\\d+)?(\\.pxe)?|virt(?:-\\d+(\\.\\d+)+)?(\\+pve\\d+)?)")
                      .atMostLong(40)
                      .asMain(),
                  choice("viommu", "intel", "virtio"))),
          entry(
              "pve-qemu-sev-fmt",
              new PropertyString(
                  flag("allow-smt"),
                  flag("kernel-hashes"),
                  flag("no-debug"),
                  flag("no-key-sharing"),
                  choice("type", "std", "es", "snp").atMostLong(3).asMain().required())),
          entry(
              "pve-qemu-tdx-fmt",
              new PropertyString(
                  flag("attestation").required(),
                  choice("type", "tdx").asMain().required(),
                  whole("vsock-cid").from(2),
                  whole("vsock-port").from(0))),
          entry(
              "pve-qm-boot",
              new PropertyString(
                  text("legacy").like("[acdn]{1,4}").asMain(),
                  text("order", "pve-qm-bootdev-list"))),
          entry(
              "pve-qm-cicustom",
              new PropertyString(
                  text("meta", "pve-volume-id"),
                  text("network", "pve-volume-id"),
                  text("user", "pve-volume-id"),
                  text("vendor", "pve-volume-id"))),
          entry(
              "pve-qm-hostpci",
              new PropertyString(
                  text("device-id").like("(?:^0x[0-9a-fA-F]{4}$)"),
                  choice("driver", "vfio", "keep"),
                  text("host")
                      .like(
                          "(?:(?:(?:[a-f0-9]{4,}:)?[a-f0-9]{2}:[a-f0-9]{2}(?:\\.[a-f0-9])?)(;(?:(?:[a-f0-9]{4,}:)?[a-f0-9]{2}:[a-f0-9]{2}(?:\\.[a-f0-9])?))*)")
                      .asMain(),
                  flag("legacy-igd"),
                  text("mapping", "pve-configid"),
                  text("mdev").like("[^/\\.:]+"),
                  flag("pcie"),
                  flag("rombar"),
                  text("romfile").like("[^,;]+"),
                  text("sub-device-id").like("(?:^0x[0-9a-fA-F]{4}$)"),
                  text("sub-vendor-id").like("(?:^0x[0-9a-fA-F]{4}$)"),
                  text("vendor-id").like("(?:^0x[0-9a-fA-F]{4}$)"),
                  flag("x-vga"))),
          entry(
              "pve-qm-ipconfig",
              new PropertyString(
                  text("gw", "ipv4").needs("ip"),
                  text("gw6", "ipv6").needs("ip6"),
                  text("ip", "pve-ipv4-config"),
                  text("ip6", "pve-ipv6-config"))),
          entry(
              "pve-qm-rng",
              new PropertyString(
                  whole("max_bytes"),
                  whole("period"),
                  choice("source", "/dev/urandom", "/dev/random", "/dev/hwrng")
                      .asMain()
                      .required())),
          entry(
              "pve-qm-smbios1",
              new PropertyString(
                  flag("base64"),
                  text("family").like("[A-Za-z0-9+\\/]+={0,2}"),
                  text("manufacturer").like("[A-Za-z0-9+\\/]+={0,2}"),
                  text("product").like("[A-Za-z0-9+\\/]+={0,2}"),
                  text("serial").like("[A-Za-z0-9+\\/]+={0,2}"),
                  text("sku").like("[A-Za-z0-9+\\/]+={0,2}"),
                  text("uuid").like("[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}"),
                  text("version").like("[A-Za-z0-9+\\/]+={0,2}"))),
          entry(
              "pve-qm-watchdog",
              new PropertyString(
                  choice("action", "reset", "shutdown", "poweroff", "pause", "debug", "none"),
                  choice("model", "i6300esb", "ib700").asMain())),
          entry(
              "pve-vm-cpu-conf",
              new PropertyString(
                  text("cputype").asMain(),
                  text("flags")
                      .like(
                          "(?:(?:([+-])([a-zA-Z0-9\\-_\\.]+))(;(?:([+-])([a-zA-Z0-9\\-_\\.]+)))*)"),
                  whole("guest-phys-bits", 32, 64),
                  flag("hidden"),
                  text("hv-vendor-id").like("(?:[a-zA-Z0-9]{1,12})"),
                  whole("level", 0, 4294967295L),
                  text("phys-bits", "pve-phys-bits"),
                  choice(
                      "reported-model",
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
                      "Westmere-IBRS"))));

  private QemuFormats() {}
}
