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
          entry("pve-vm-cpu-conf", CpuFormat.CPU));

  private QemuFormats() {}
}
