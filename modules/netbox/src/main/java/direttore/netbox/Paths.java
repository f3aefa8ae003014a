package direttore.netbox;

import direttore.domain.inventory.Kind;

/** Where the API has each kind of object, below {@code /api/}. */
final class Paths {
  static final String STATUS = "status/";
  static final String CHANGES = "core/object-changes/";

  private Paths() {}

  static String of(Kind kind) {
    return switch (kind) {
      case SITE -> "dcim/sites/";
      case LOCATION -> "dcim/locations/";
      case DEVICE_ROLE -> "dcim/device-roles/";
      case PLATFORM -> "dcim/platforms/";
      case VRF -> "ipam/vrfs/";
      case PREFIX_ROLE -> "ipam/roles/";
      case TAG -> "extras/tags/";
      case VLAN_GROUP -> "ipam/vlan-groups/";
      case VLAN -> "ipam/vlans/";
      case PREFIX -> "ipam/prefixes/";
      case RANGE -> "ipam/ip-ranges/";
      case DEVICE -> "dcim/devices/";
      case INTERFACE -> "dcim/interfaces/";
      case CLUSTER -> "virtualization/clusters/";
      case VIRTUAL_MACHINE -> "virtualization/virtual-machines/";
      case VM_INTERFACE -> "virtualization/interfaces/";
      case ADDRESS -> "ipam/ip-addresses/";
    };
  }
}
