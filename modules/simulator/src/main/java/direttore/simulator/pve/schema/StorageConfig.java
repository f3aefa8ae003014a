package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;

import java.util.List;

/** The settings of a storage definition, of every type. */
final class StorageConfig {
  static final List<Property> CONFIG =
      List.of(
          text("blocksize", "pve-storage-zfs-blocksize"),
          text("bwlimit", "bwlimit"),
          text("comstar_hg"),
          text("comstar_tg"),
          text("content", "pve-storage-content-list"),
          text("content-dirs", "pve-dir-override-list"),
          flag("create-base-path"),
          flag("create-subdirs"),
          text("data-pool"),
          flag("disable"),
          text("domain").atMostLong(256),
          text("encryption-key"),
          text("fingerprint").like("([A-Fa-f0-9]{2}:){31}[A-Fa-f0-9]{2}"),
          choice("format", "raw", "qcow2", "subvol", "vmdk"),
          text("fs-name", "pve-configid"),
          flag("fuse"),
          text("is_mountpoint"),
          text("keyring"),
          flag("krbd"),
          text("lio_tpg"),
          text("master-pubkey"),
          whole("max-protected-backups").from(-1),
          flag("mkdir"),
          text("monhost", "pve-storage-portal-dns-list"),
          text("mountpoint", "pve-storage-path"),
          text("namespace"),
          flag("nocow"),
          text("nodes", "pve-node-list"),
          flag("nowritecache"),
          text("options", "pve-storage-options"),
          text("password").atMostLong(256),
          text("pool"),
          whole("port", 1, 65535),
          choice("preallocation", "off", "metadata", "falloc", "full"),
          text("prune-backups", "prune-backups"),
          flag("saferemove"),
          whole("saferemove-stepsize").among("1", "2", "4", "8", "16", "32"),
          text("saferemove_throughput"),
          text("server", "pve-storage-server"),
          flag("shared"),
          flag("skip-cert-verification"),
          choice("smbversion", "default", "2.0", "2.1", "3", "3.0", "3.11"),
          flag("snapshot-as-volume-chain"),
          flag("sparse"),
          text("subdir", "pve-storage-path"),
          flag("tagged_only"),
          text("username"),
          text("zfs-base-path", "pve-storage-path"));

  private StorageConfig() {}
}
