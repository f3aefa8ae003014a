package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.STORAGE;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.Property.array;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;

import java.util.List;

/** Backups of guests. */
final class BackupTable {
  static final List<MethodSpec> METHODS =
      List.of(
          post(
              "/nodes/{node}/vzdump",
              ALL,
              NODE,
              flag("all"),
              whole("bwlimit").from(0),
              choice("compress", "0", "1", "gzip", "lzo", "zstd"),
              text("dumpdir"),
              text("exclude", "pve-vmid-list"),
              array("exclude-path"),
              text("fleecing", "backup-fleecing"),
              whole("ionice", 0, 8),
              text("job-id").like("\\S+").atMostLong(50),
              whole("lockwait").from(0),
              choice("mailnotification", "always", "failure"),
              text("mailto", "email-or-username-list"),
              choice("mode", "snapshot", "suspend", "stop"),
              text("notes-template").atMostLong(1024).needs("storage"),
              choice("notification-mode", "auto", "legacy-sendmail", "notification-system"),
              choice("pbs-change-detection-mode", "legacy", "data", "metadata"),
              text("performance", "backup-performance"),
              whole("pigz"),
              text("pool"),
              flag("protected").needs("storage"),
              text("prune-backups", "prune-backups"),
              flag("quiet"),
              flag("remove"),
              text("script"),
              flag("stdexcludes"),
              flag("stdout"),
              flag("stop"),
              whole("stopwait").from(0),
              STORAGE,
              text("tmpdir"),
              text("vmid", "pve-vmid-list"),
              whole("zstd")),
          get("/nodes/{node}/vzdump/defaults", ALL, NODE, STORAGE),
          get("/nodes/{node}/vzdump/extractconfig", ALL, NODE, text("volume").required())
              .swapPrivileged());

  private BackupTable() {}
}
