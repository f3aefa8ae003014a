package direttore.simulator.pve.appliance;

import direttore.simulator.pve.api.ResultRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container template that can be downloaded.
 *
 * @param name of the package, such as {@code debian-12-standard}
 * @param suffix of the file: {@code .tar.zst} or {@code .tar.xz}
 * @param bytes the size of the file
 */
record Appliance(String name, String os, String version, String suffix, long bytes) {
  private static final long MIB = 1L << 20;
  private static final String SOURCE = "http://download.proxmox.com/images";

  /** What is on offer. */
  static final List<Appliance> ALL =
      List.of(
          new Appliance("alpine-3.22-default", "alpine", "20250617", ".tar.xz", 3 * MIB),
          new Appliance("alpine-3.23-default", "alpine", "20260116", ".tar.xz", 3 * MIB),
          new Appliance("debian-12-standard", "debian-12", "12.12-1", ".tar.zst", 121 * MIB),
          new Appliance("debian-13-standard", "debian-13", "13.1-2", ".tar.zst", 124 * MIB),
          new Appliance("ubuntu-22.04-standard", "ubuntu-22.04", "22.04-1", ".tar.zst", 124 * MIB),
          new Appliance("ubuntu-24.04-standard", "ubuntu-24.04", "24.04-2", ".tar.zst", 136 * MIB));

  static @Nullable Appliance find(String template) {
    return ALL.stream().filter(a -> a.template().equals(template)).findFirst().orElse(null);
  }

  /** The name of the file. */
  String template() {
    return name + "_" + version + "_amd64" + suffix;
  }

  String location() {
    return SOURCE + "/system/" + template();
  }

  /** What the list shows of it; the sums are those of nothing that exists. */
  ResultRow row() {
    return ResultRow.of("template", template())
        .with("package", name)
        .with("os", os)
        .with("version", version)
        .with("section", "system")
        .with("type", "lxc")
        .with("architecture", "amd64")
        .with("headline", "Default image of " + os)
        .with("description", "A small " + os + " system.")
        .with("infopage", "https://linuxcontainers.org")
        .with("maintainer", "Proxmox Support Team <support@proxmox.com>")
        .with("source", SOURCE)
        .with("location", location())
        .with("md5sum", "%032x".formatted(template().hashCode() & 0xFFFFFFFFL))
        .with("sha512sum", "%0128x".formatted(template().hashCode() & 0xFFFFFFFFL));
  }
}
