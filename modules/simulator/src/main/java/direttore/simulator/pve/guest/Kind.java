package direttore.simulator.pve.guest;

import direttore.simulator.pve.schema.ApiSchema;

/** The two kinds of guests. */
public enum Kind {
  /** A virtual machine. */
  QEMU("qemu", "VM", "vm", "qm", "qemu-server"),
  /** A container. */
  LXC("lxc", "CT", "ct", "vz", "lxc");

  private final String type;
  private final String title;
  private final String service;
  private final String taskPrefix;
  private final String folder;

  Kind(String type, String title, String service, String taskPrefix, String folder) {
    this.type = type;
    this.title = title;
    this.service = service;
    this.taskPrefix = taskPrefix;
    this.folder = folder;
  }

  /** As in paths: {@code qemu} or {@code lxc}. */
  public String type() {
    return type;
  }

  /** As in messages: {@code VM} or {@code CT}. */
  public String title() {
    return title;
  }

  /** As the high availability manager names it: {@code vm:100} or {@code ct:100}. */
  public String service(int vmid) {
    return service + ":" + vmid;
  }

  /** The type of a task: {@code qmstart} or {@code vzstart}. */
  public String task(String action) {
    return taskPrefix + action;
  }

  /** The configuration file below /etc/pve. */
  public String file(String node, int vmid) {
    return "nodes/%s/%s/%d.conf".formatted(node, folder, vmid);
  }

  /** The lock file on which operations queue. */
  public String lockFile(int vmid) {
    return this == QEMU
        ? "/var/lock/qemu-server/lock-%d.conf".formatted(vmid)
        : "/run/lock/lxc/pve-config-%d.lock".formatted(vmid);
  }

  /** Is that key of the configuration a number or boolean, so that JSON shows a number? */
  public boolean isNumber(String key) {
    var method = ApiSchema.pve().find("PUT", "/nodes/{node}/" + type + "/{vmid}/config");
    return key.equals("snaptime") || (method != null && method.isWhole(key));
  }
}
