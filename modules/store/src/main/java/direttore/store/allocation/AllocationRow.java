package direttore.store.allocation;

import direttore.domain.allocation.Allocation;
import direttore.domain.guest.GuestRef;
import direttore.domain.inventory.Address;
import direttore.domain.node.ClusterName;
import direttore.store.Row;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an allocation stands in its table. */
final class AllocationRow {
  static final String COLUMNS =
      """
      a.id, a.prefix, host(a.address) AS address, masklen(a.address) AS length, a.vrf,
      a.description, a.requester, a.person, a.state, a.created_at, a.until, a.address_id,
      a.cluster, a.seen, a.nic, array_to_string(a.makers, ' ') AS makers, a.reservation
      """;

  private AllocationRow() {}

  static Allocation read(Row row) {
    return new Allocation(
        row.uuid("id"),
        row.number("prefix"),
        Address.parse(row.text("address")),
        row.integer("length"),
        row.number("vrf"),
        row.text("description"),
        row.text("requester"),
        row.uuidOrNull("person"),
        Allocation.State.ofWire(row.text("state")),
        row.instant("created_at"),
        row.instant("until"),
        row.numberOrNull("address_id"),
        use(row),
        row.numberOrNull("reservation"));
  }

  private static Allocation.@Nullable Use use(Row row) {
    var seen = row.textOrNull("seen");
    return seen == null
        ? null
        : new Allocation.Use(
            GuestRef.parse(new ClusterName(row.text("cluster")), seen),
            row.integer("nic"),
            makers(row.text("makers")));
  }

  private static List<UUID> makers(String ids) {
    return Arrays.stream(ids.split(" ")).map(UUID::fromString).toList();
  }
}
