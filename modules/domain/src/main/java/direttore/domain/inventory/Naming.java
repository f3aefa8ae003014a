package direttore.domain.inventory;

import static direttore.domain.inventory.Kind.ADDRESS;
import static direttore.domain.inventory.Kind.CLUSTER;
import static direttore.domain.inventory.Kind.DEVICE;
import static direttore.domain.inventory.Kind.INTERFACE;
import static direttore.domain.inventory.Kind.LOCATION;
import static direttore.domain.inventory.Kind.PREFIX;
import static direttore.domain.inventory.Kind.RANGE;
import static direttore.domain.inventory.Kind.SITE;
import static direttore.domain.inventory.Kind.VIRTUAL_MACHINE;
import static direttore.domain.inventory.Kind.VLAN;
import static direttore.domain.inventory.Kind.VLAN_GROUP;
import static direttore.domain.inventory.Kind.VM_INTERFACE;
import static direttore.domain.inventory.Kind.VRF;

import java.util.Set;

/**
 * Which objects say the names of others. NetBox writes those into them, but leaves their stamps as
 * they are when a name changes, or a tag or a field goes.
 */
public final class Naming {
  private Naming() {}

  /**
   * The kinds whose objects name one of a type, or are made of it.
   *
   * @param type NetBox's name, as in the change log
   */
  public static Set<Kind> of(String type) {
    return switch (type) {
      case "dcim.site" ->
          Set.of(LOCATION, VLAN_GROUP, VLAN, PREFIX, DEVICE, CLUSTER, VIRTUAL_MACHINE);
      case "dcim.location" -> Set.of(PREFIX, VLAN_GROUP, DEVICE);
      case "dcim.devicerole", "dcim.platform" -> Set.of(DEVICE, VIRTUAL_MACHINE);
      case "dcim.devicetype", "dcim.manufacturer", "dcim.rack", "extras.configcontext" ->
          Set.of(DEVICE);
      case "ipam.vrf" -> Set.of(PREFIX, RANGE, ADDRESS);
      case "ipam.role" -> Set.of(PREFIX, RANGE, VLAN);
      case "ipam.vlan" -> Set.of(PREFIX, INTERFACE, VM_INTERFACE);
      case "ipam.vlangroup" -> Set.of(VLAN);
      case "tenancy.tenant" -> Set.of(DEVICE, VIRTUAL_MACHINE, ADDRESS, PREFIX, VLAN);
      case "virtualization.cluster" -> Set.of(VIRTUAL_MACHINE);
      case "extras.tag" ->
          Set.of(
              SITE,
              VRF,
              VLAN,
              PREFIX,
              RANGE,
              ADDRESS,
              DEVICE,
              INTERFACE,
              CLUSTER,
              VIRTUAL_MACHINE,
              VM_INTERFACE);
      case "extras.customfield", "extras.customfieldchoiceset" ->
          Set.of(VLAN, PREFIX, ADDRESS, DEVICE, VIRTUAL_MACHINE);
      default -> Set.of();
    };
  }
}
