package direttore.domain.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of object of NetBox that is kept here. Constants stand in an order in which each comes
 * after those that its objects name.
 */
public enum Kind {
  SITE("dcim.site"),
  LOCATION("dcim.location"),
  DEVICE_ROLE("dcim.devicerole"),
  PLATFORM("dcim.platform"),
  VRF("ipam.vrf"),
  /** What prefixes and VLANs are for. */
  PREFIX_ROLE("ipam.role"),
  TAG("extras.tag"),
  VLAN_GROUP("ipam.vlangroup"),
  VLAN("ipam.vlan"),
  PREFIX("ipam.prefix"),
  RANGE("ipam.iprange"),
  /** Kept whole, as clients see it. */
  DEVICE("dcim.device"),
  INTERFACE(
      "dcim.interface",
      "name",
      "device",
      "type",
      "enabled",
      "label",
      "mgmt_only",
      "mtu",
      "speed",
      "mac_address",
      "mode",
      "untagged_vlan",
      "tagged_vlans",
      "lag",
      "description",
      "tags"),
  CLUSTER("virtualization.cluster", "name", "site", "scope_type", "scope_id", "status", "tags"),
  VIRTUAL_MACHINE(
      "virtualization.virtualmachine",
      "name",
      "status",
      "site",
      "cluster",
      "device",
      "role",
      "tenant",
      "primary_ip4",
      "primary_ip6",
      "vcpus",
      "memory",
      "disk",
      "description",
      "tags",
      "custom_fields"),
  VM_INTERFACE(
      "virtualization.vminterface",
      "name",
      "virtual_machine",
      "enabled",
      "mac_address",
      "mtu",
      "mode",
      "untagged_vlan",
      "description",
      "tags"),
  /** Without {@code assigned_object}, which NetBox is slow to write: type and id say the same. */
  ADDRESS(
      "ipam.ipaddress",
      "address",
      "family",
      "vrf",
      "tenant",
      "status",
      "role",
      "assigned_object_type",
      "assigned_object_id",
      "dns_name",
      "description",
      "tags",
      "custom_fields");

  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // what List.of makes never changes
  private final List<String> fields;

  Kind(String type, String... fields) {
    this.type = type;
    this.fields = List.of(fields);
  }

  /** NetBox's own name of it, as in the change log: {@code dcim.device}. */
  public String type() {
    return type;
  }

  /**
   * The fields that are kept, besides {@code id}, {@code url}, {@code display}, {@code created} and
   * {@code last_updated}; none where objects are kept whole.
   */
  public List<String> fields() {
    return fields;
  }

  /** The word for it in the database and in settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that NetBox names so; empty where it is none that is kept here. */
  public static Optional<Kind> ofType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }

  /** The kind of a word of {@link #wire}. */
  public static Kind ofWire(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s is no kind of object".formatted(word)));
  }
}
