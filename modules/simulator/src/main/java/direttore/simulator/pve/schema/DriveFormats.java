package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.alias;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.number;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The property strings of a virtual machine's drives, by bus. */
final class DriveFormats {
  private static final Property SSD = flag("ssd");
  private static final Property WWN = text("wwn").like("(?:^(0x)[0-9a-fA-F]{16})");
  private static final Property MODEL = text("model", "urlencoded").atMostLong(120);
  private static final Property IOTHREAD = flag("iothread");
  private static final Property READ_ONLY = flag("ro");
  private static final Property IMPORT = text("import-from", "pve-volume-id-or-absolute-path");

  private static final List<Property> EVERY_DRIVE =
      List.of(
          text("file", "pve-volume-id-or-qm-path").asMain().required(),
          alias("volume", "file"),
          choice("media", "cdrom", "disk"),
          choice("format", "raw", "qcow", "qed", "qcow2", "vmdk", "cloop"),
          text("size", "disk-size"),
          choice("cache", "none", "writethrough", "writeback", "unsafe", "directsync"),
          choice("aio", "native", "threads", "io_uring"),
          choice("discard", "ignore", "on"),
          choice("rerror", "ignore", "report", "stop"),
          choice("werror", "enospc", "ignore", "report", "stop"),
          flag("backup"),
          flag("detect_zeroes"),
          flag("replicate"),
          flag("shared"),
          flag("snapshot"),
          text("serial", "urlencoded").atMostLong(60));

  private static final List<Property> LIMITS =
      List.of(
          number("mbps"),
          number("mbps_max"),
          number("mbps_rd"),
          number("mbps_rd_max"),
          number("mbps_wr"),
          number("mbps_wr_max"),
          whole("bps"),
          whole("bps_max_length").from(1),
          whole("bps_rd"),
          whole("bps_rd_max_length").from(1),
          alias("bps_rd_length", "bps_rd_max_length"),
          whole("bps_wr"),
          whole("bps_wr_max_length").from(1),
          alias("bps_wr_length", "bps_wr_max_length"),
          whole("iops"),
          whole("iops_max"),
          whole("iops_max_length").from(1),
          whole("iops_rd"),
          whole("iops_rd_max"),
          whole("iops_rd_max_length").from(1),
          alias("iops_rd_length", "iops_rd_max_length"),
          whole("iops_wr"),
          whole("iops_wr_max"),
          whole("iops_wr_max_length").from(1),
          alias("iops_wr_length", "iops_wr_max_length"));

  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry("pve-qm-ide", drive(MODEL, SSD, WWN)),
          entry("vm-ide", drive(IMPORT, MODEL, SSD, WWN)),
          entry("vm-sata", drive(IMPORT, SSD, WWN)),
          entry(
              "vm-scsi",
              drive(
                  IMPORT,
                  IOTHREAD,
                  READ_ONLY,
                  SSD,
                  WWN,
                  flag("scsiblock"),
                  whole("queues").from(2),
                  text("product").like("[A-Za-z0-9\\-_\\s]{0,16}"),
                  text("vendor").like("[A-Za-z0-9\\-_\\s]{0,8}"))),
          entry("vm-virtio", drive(IMPORT, IOTHREAD, READ_ONLY)));

  private DriveFormats() {}

  private static Format drive(Property... more) {
    var all = new ArrayList<>(EVERY_DRIVE);
    all.addAll(LIMITS);
    all.addAll(List.of(more));
    return new PropertyString(all.toArray(Property[]::new));
  }
}
