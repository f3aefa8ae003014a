package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.NODE;
import static direttore.simulator.pve.schema.Known.VMID;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.Property.choice;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;
import java.util.stream.Stream;

/** The firewalls of guests, as far as they are read. */
final class FirewallTable {
  private static final Rule AUDIT = perm("/vms/{vmid}", "VM.Audit");
  static final List<MethodSpec> METHODS =
      Stream.of("lxc", "qemu").flatMap(FirewallTable::of).toList();

  private FirewallTable() {}

  private static Stream<MethodSpec> of(String kind) {
    var all = "/nodes/{node}/%s/{vmid}/firewall".formatted(kind);
    return Stream.of(
        get(all, ALL, NODE, VMID).anywhere(),
        get(all + "/aliases", AUDIT, NODE, VMID).anywhere(),
        get(all + "/aliases/{name}", AUDIT, NODE, VMID, name()).anywhere(),
        get(all + "/ipset", AUDIT, NODE, VMID).anywhere(),
        get(all + "/ipset/{name}", AUDIT, NODE, VMID, name()).anywhere(),
        get(
                all + "/log",
                perm("/vms/{vmid}", "VM.Console"),
                NODE,
                VMID,
                whole("limit").from(0),
                whole("since").from(0),
                whole("start").from(0),
                whole("until").from(0))
            .swapPrivileged(),
        get(all + "/options", AUDIT, NODE, VMID),
        get(all + "/refs", AUDIT, NODE, VMID, choice("type", "alias", "ipset")).anywhere(),
        get(all + "/rules", AUDIT, NODE, VMID).anywhere(),
        get(all + "/rules/{pos}", AUDIT, NODE, VMID, whole("pos").from(0)).anywhere());
  }

  private static Property name() {
    return text("name").like("[A-Za-z][A-Za-z0-9\\-\\_]+").atMostLong(64).atLeastLong(2);
  }
}
