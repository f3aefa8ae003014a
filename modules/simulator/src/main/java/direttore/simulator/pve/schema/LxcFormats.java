package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static java.util.Map.entry;

import java.util.Map;

/** The property strings of containers. */
final class LxcFormats {
  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry(
              "ct-dev",
              new PropertyString(
                  flag("deny-write"),
                  whole("gid").from(0),
                  text("mode").like("0[0-7]{3}"),
                  text("path", "pve-lxc-dev-string").asMain(),
                  whole("uid").from(0))),
          entry(
              "ct-features",
              new PropertyString(
                  flag("force_rw_sys"),
                  flag("fuse"),
                  flag("keyctl"),
                  flag("mknod"),
                  text("mount").like("(?:[a-zA-Z0-9_; ]+)"),
                  flag("nesting"))),
          entry(
              "ct-mp",
              new PropertyString(
                  flag("acl"),
                  flag("backup"),
                  text("idmap")
                      .like(
                          "(?:^(?:passthrough|[ug]:[0-9]+:[0-9]+:[1-9][0-9]*(?:;[ug]:[0-9]+:[0-9]+:[1-9][0-9]*)*)$)"),
                  flag("keepattrs"),
                  text("mountoptions")
                      .like(
                          "(?:(?:(discard|lazytime|noatime|nodev|noexec|nosuid))(;(?:(discard|lazytime|noatime|nodev|noexec|nosuid)))*)"),
                  text("mp", "pve-lxc-mp-string").required(),
                  flag("quota"),
                  flag("replicate"),
                  flag("ro"),
                  flag("shared"),
                  text("size", "disk-size"),
                  text("volume", "pve-lxc-mp-string").asMain().required())),
          entry(
              "ct-net",
              new PropertyString(
                  text("bridge").like("[-_.\\w\\d]+"),
                  flag("firewall"),
                  text("gw", "ipv4"),
                  text("gw6", "ipv6"),
                  flag("host-managed"),
                  text("hwaddr", "mac-addr"),
                  text("ip", "pve-ipv4-config"),
                  text("ip6", "pve-ipv6-config"),
                  flag("link_down"),
                  whole("mtu", 64, 65535),
                  text("name").like("[-_.\\w\\d]+").required(),
                  number("rate"),
                  whole("tag", 1, 4094),
                  text("trunks").like("(?:\\d+(?:;\\d+)*)"),
                  choice("type", "veth"))),
          entry(
              "ct-rootfs",
              new PropertyString(
                  flag("acl"),
                  text("idmap")
                      .like(
                          "(?:^(?:passthrough|[ug]:[0-9]+:[0-9]+:[1-9][0-9]*(?:;[ug]:[0-9]+:[0-9]+:[1-9][0-9]*)*)$)"),
                  text("mountoptions")
                      .like(
                          "(?:(?:(discard|lazytime|noatime|nodev|noexec|nosuid))(;(?:(discard|lazytime|noatime|nodev|noexec|nosuid)))*)"),
                  flag("quota"),
                  flag("replicate"),
                  flag("ro"),
                  flag("shared"),
                  text("size", "disk-size"),
                  text("volume", "pve-lxc-mp-string").asMain().required())),
          entry(
              "ct-unused",
              new PropertyString(text("volume", "pve-volume-id").asMain().required())));

  private LxcFormats() {}
}
