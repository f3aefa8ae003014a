package direttore.api.guest;

import direttore.api.http.Fields;
import direttore.domain.Refusal;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmNic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the objects in {@code nics}. */
final class NicFields {
  private NicFields() {}

  /** A VM's card, or null when something is wrong with it. */
  static @Nullable VmNic vm(Fields nic) {
    var bridge = nic.required("bridge", nic.text("bridge"), "");
    var model = nic.made("model", nic.text("model"), NicFields::model);
    var vlan = nic.made("vlan", nic.integer("vlan"), Vlan::new);
    var addressing = addressing(nic);
    var allocations = allocations(nic);
    var prefix = nic.number("prefix");
    return addressing == null
        ? null
        : new VmNic(
            bridge,
            model == null ? VmNic.Model.VIRTIO : model,
            vlan,
            addressing,
            allocations,
            prefix);
  }

  /** A container's interface, or null when something is wrong with it. */
  static @Nullable ContainerNic container(Fields nic, int index) {
    var name = Objects.requireNonNullElse(nic.text("name"), "eth" + index);
    var bridge = nic.required("bridge", nic.text("bridge"), "");
    var vlan = nic.made("vlan", nic.integer("vlan"), Vlan::new);
    var addressing = addressing(nic);
    var allocations = allocations(nic);
    var prefix = nic.number("prefix");
    return addressing == null
        ? null
        : nic.whole(() -> new ContainerNic(name, bridge, vlan, addressing, allocations, prefix));
  }

  /** The name servers of a NIC; Proxmox has them for the guest as a whole. */
  static Stream<String> dns(Fields nic) {
    return nic.texts("dns", "[\\s,]+").stream();
  }

  private static @Nullable Addressing addressing(Fields nic) {
    var ip = orNone(nic.text("ip"));
    var gw = nic.text("gw");
    var ip6 = orNone(nic.text("ip6"));
    var gw6 = nic.text("gw6");
    var v4 = nic.whole(() -> new Addressing(ip, gw, null, null));
    var v6 = nic.whole(() -> new Addressing(null, null, ip6, gw6));
    return v4 == null || v6 == null ? null : new Addressing(ip, gw, ip6, gw6);
  }

  private static List<UUID> allocations(Fields nic) {
    var ids = new ArrayList<UUID>();
    for (var text : nic.texts("allocations")) {
      try {
        ids.add(UUID.fromString(text));
      } catch (IllegalArgumentException e) {
        nic.violated("allocations", "must be ids of allocations");
      }
    }
    return ids;
  }

  /** Proxmox's interface calls no address {@code manual}. */
  private static @Nullable String orNone(@Nullable String ip) {
    return ip == null || ip.equals("manual") ? null : ip;
  }

  private static VmNic.Model model(String word) {
    for (var model : VmNic.Model.values()) {
      if (model.wire().equals(word)) {
        return model;
      }
    }
    throw new Refusal.Invalid("model", "must be virtio, e1000 or rtl8139");
  }
}
