package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.indexed;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;

import java.util.List;

/** The configuration keys of a container. */
final class LxcConfig {
  static final List<Property> CONFIG =
      List.of(
          choice("arch", "amd64", "i386", "arm64", "armhf", "riscv32", "riscv64"),
          choice("cmode", "shell", "console", "tty"),
          flag("console"),
          whole("cores", 1, 8192),
          number("cpulimit", 0, 8192),
          whole("cpuunits", 0, 500000),
          flag("debug"),
          text("description").atMostLong(8192),
          indexed("dev", 255, "ct-dev"),
          text("entrypoint").like("(?:[^\\x00-\\x08\\x0a-\\x1F\\x7F]+)"),
          text("env")
              .like(
                  "(?:(?:\\w+=[^\\x00-\\x08\\x0a-\\x1F\\x7F]*)(?:\\x00\\w+=[^\\x00-\\x08\\x0a-\\x1F\\x7F]*)*)"),
          text("features", "ct-features"),
          text("hostname", "dns-name").atMostLong(255),
          choice(
              "lock",
              "backup",
              "create",
              "destroyed",
              "disk",
              "fstrim",
              "migrate",
              "mounted",
              "rollback",
              "snapshot",
              "snapshot-delete"),
          whole("memory").from(16),
          indexed("mp", 255, "ct-mp"),
          text("nameserver", "lxc-ip-with-ll-iface-list"),
          indexed("net", 31, "ct-net"),
          choice(
              "ostype",
              "debian",
              "devuan",
              "ubuntu",
              "centos",
              "fedora",
              "opensuse",
              "archlinux",
              "alpine",
              "gentoo",
              "nixos",
              "unmanaged"),
          text("rootfs", "ct-rootfs"),
          text("searchdomain", "dns-name-list"),
          whole("swap").from(0),
          text("timezone", "pve-ct-timezone"),
          whole("tty", 0, 6),
          flag("unprivileged"),
          indexed("unused", 255, "ct-unused"));

  private LxcConfig() {}
}
