package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;

/** Parameters that many methods take. */
final class Known {
  static final Property AUTOSTART = flag("autostart");
  static final Property COMMENT = text("comment");
  static final Property DELETE = text("delete", "pve-configid-list");
  static final Property DESCRIPTION = text("description");
  static final Property DIGEST = text("digest").atMostLong(40);
  static final Property FORCE = flag("force");
  static final Property HOOKSCRIPT = text("hookscript", "pve-volume-id");
  static final Property NODE = text("node", "pve-node");
  static final Property ONBOOT = flag("onboot");
  static final Property PROTECTION = flag("protection");
  static final Property SKIPLOCK = flag("skiplock");
  static final Property SNAPNAME = text("snapname", "pve-configid").atMostLong(40);
  static final Property STARTUP = text("startup", "pve-startup-order");
  static final Property STORAGE = text("storage", "pve-storage-id");
  static final Property TAGS = text("tags", "pve-tag-list");
  static final Property TARGET = text("target", "pve-node");
  static final Property TEMPLATE = flag("template");
  static final Property TIMEOUT = whole("timeout").from(0);
  static final Property USERID = text("userid", "pve-userid").atMostLong(64);
  static final Property VMID = whole("vmid", 100, 999999999).format("pve-vmid");

  private Known() {}
}
