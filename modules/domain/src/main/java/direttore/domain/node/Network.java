package direttore.domain.node;

/**
 * Something that a guest's NIC can be plugged into: a bridge of a node, or a VNet of the SDN.
 *
 * @param iface its name, such as {@code vmbr0}
 * @param type {@code bridge}, {@code OVSBridge} or {@code vnet}
 * @param comments the operator's note, empty when there is none
 * @param vlanAware whether it carries tagged frames for guests
 */
public record Network(
    String iface, String type, boolean active, String comments, boolean vlanAware) {}
