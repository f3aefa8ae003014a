package direttore.netbox;

/** A kind of object that is made in NetBox, or that hangs on one, and where the API has it. */
public enum Model {
  TAG("extras/tags/"),
  CUSTOM_FIELD("extras/custom-fields/"),
  ADDRESS("ipam/ip-addresses/"),
  JOURNAL_ENTRY("extras/journal-entries/"),
  IMAGE("extras/image-attachments/"),
  TENANT("tenancy/tenants/"),
  CONTACT_ASSIGNMENT("tenancy/contact-assignments/"),
  SERVICE("ipam/services/"),
  PREFIX("ipam/prefixes/"),
  CLUSTER_TYPE("virtualization/cluster-types/"),
  CLUSTER("virtualization/clusters/"),
  VIRTUAL_MACHINE("virtualization/virtual-machines/"),
  VM_INTERFACE("virtualization/interfaces/"),
  VIRTUAL_DISK("virtualization/virtual-disks/"),
  /** Since 4.2 an object of its own, which interfaces name as their primary one. */
  MAC_ADDRESS("dcim/mac-addresses/");

  private final String path;

  Model(String path) {
    this.path = path;
  }

  /** The path of all of them, below {@code /api/}. */
  String path() {
    return path;
  }

  /** The path of one. */
  String path(long id) {
    return path + id + "/";
  }
}
