package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.alias;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static java.util.Map.entry;

import java.util.Map;

/** The property strings of a virtual machine's devices. */
final class QemuDeviceFormats {
  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry(
              "vm-agent",
              new PropertyString(
                  flag("enabled").asMain().required(),
                  flag("freeze-fs"),
                  alias("freeze-fs-on-backup", "freeze-fs"),
                  flag("fstrim_cloned_disks"),
                  alias("guest-fsfreeze", "freeze-fs"),
                  choice("type", "virtio", "isa"))),
          entry(
              "vm-audio",
              new PropertyString(
                  choice("device", "ich9-intel-hda", "intel-hda", "AC97").required(),
                  choice("driver", "spice", "none"))),
          entry(
              "vm-efidisk",
              new PropertyString(
                  choice("efitype", "2m", "4m"),
                  text("file", "pve-volume-id-or-qm-path").asMain().required(),
                  choice("format", "raw", "qcow", "qed", "qcow2", "vmdk", "cloop"),
                  text("import-from", "pve-volume-id-or-absolute-path"),
                  choice("ms-cert", "2011", "2023", "2023w", "2023k"),
                  flag("pre-enrolled-keys"),
                  text("size", "disk-size"),
                  alias("volume", "file"))),
          entry(
              "vm-ivshmem",
              new PropertyString(
                  text("name").like("[a-zA-Z0-9\\-]+"), whole("size").from(1).required())),
          entry("vm-memory", new PropertyString(whole("current").from(16).asMain().required())),
          entry(
              "vm-net",
              new PropertyString(
                  text("bridge", "pve-bridge-id"),
                  alias("e1000", "macaddr", "model"),
                  alias("e1000-82540em", "macaddr", "model"),
                  alias("e1000-82544gc", "macaddr", "model"),
                  alias("e1000-82545em", "macaddr", "model"),
                  alias("e1000e", "macaddr", "model"),
                  flag("firewall"),
                  flag("host-tunnel"),
                  alias("i82551", "macaddr", "model"),
                  alias("i82557b", "macaddr", "model"),
                  alias("i82559er", "macaddr", "model"),
                  flag("link_down"),
                  text("macaddr", "mac-addr"),
                  choice(
                          "model",
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
                          "vmxnet3")
                      .asMain()
                      .required(),
                  whole("mtu", 1, 65520),
                  alias("ne2k_isa", "macaddr", "model"),
                  alias("ne2k_pci", "macaddr", "model"),
                  alias("pcnet", "macaddr", "model"),
                  whole("queues", 0, 64),
                  number("rate").from(0),
                  alias("rtl8139", "macaddr", "model"),
                  whole("tag", 1, 4094),
                  text("trunks").like("(?:\\d+(?:-\\d+)?(?:;\\d+(?:-\\d+)?)*)"),
                  alias("virtio", "macaddr", "model"),
                  alias("vmxnet3", "macaddr", "model"))),
          entry(
              "vm-numa",
              new PropertyString(
                  text("cpus").like("(?:\\d+(?:-\\d+)?(?:;\\d+(?:-\\d+)?)*)").required(),
                  text("hostnodes").like("(?:\\d+(?:-\\d+)?(?:;\\d+(?:-\\d+)?)*)"),
                  number("memory"),
                  choice("policy", "preferred", "bind", "interleave"))),
          entry(
              "vm-spice_enhancements",
              new PropertyString(
                  flag("foldersharing"), choice("videostreaming", "off", "all", "filter"))),
          entry(
              "vm-tpmstate",
              new PropertyString(
                  text("file", "pve-volume-id-or-qm-path").asMain().required(),
                  choice("format", "raw", "qcow2", "vmdk"),
                  text("import-from", "pve-volume-id-or-absolute-path"),
                  text("size", "disk-size"),
                  choice("version", "v1.2", "v2.0"),
                  alias("volume", "file"))),
          entry(
              "vm-unused",
              new PropertyString(
                  text("file", "pve-volume-id").asMain().required(), alias("volume", "file"))),
          entry(
              "vm-usb",
              new PropertyString(
                  text("host")
                      .like(
                          "(?:(?:(?:(?:(0x)?([0-9A-Fa-f]{4}):(0x)?([0-9A-Fa-f]{4})))|(?:(?:(\\d+)\\-(\\d+(\\.\\d+)*)))|[Ss][Pp][Ii][Cc][Ee]))")
                      .asMain(),
                  text("mapping", "pve-configid"),
                  flag("usb3"))),
          entry(
              "vm-vga",
              new PropertyString(
                  choice("clipboard", "vnc"),
                  whole("memory", 4, 512),
                  choice(
                          "type",
                          "cirrus",
                          "qxl",
                          "qxl2",
                          "qxl3",
                          "qxl4",
                          "none",
                          "serial0..3",
                          "std",
                          "virtio",
                          "virtio-gl",
                          "vmware")
                      .asMain())),
          entry(
              "vm-virtiofs",
              new PropertyString(
                  choice("cache", "auto", "always", "metadata", "never"),
                  flag("direct-io"),
                  text("dirid", "pve-configid").asMain().required(),
                  flag("expose-acl"),
                  flag("expose-xattr"))));

  private QemuDeviceFormats() {}
}
