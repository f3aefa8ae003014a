package direttore.store.reservation;

import direttore.domain.node.ClusterName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Row;
import io.helidon.dbclient.DbRow;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads resources. */
final class ResourceRows {
  /** Tags have no blanks. */
  static final String COLUMNS =
      """
      r.id, r.kind, r.cluster, r.name, array_to_string(r.tags, ' ') AS tags,
      r.cores, r.memory, r.disk, r.vms, r.lxc,
      CAST(r.cores_factor AS float8) AS cores_factor,
      CAST(r.memory_factor AS float8) AS memory_factor,
      r.standing_cores, r.standing_memory, r.standing_disk,
      coalesce(r.out_of_service, CASE WHEN r.gone THEN 'its cluster has it no more' END)
        AS out_of_service,
      r.expected_back
      """;

  private ResourceRows() {}

  static Resource resource(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Resource(
        row.integer("id"),
        ResourceKind.parse(row.text("kind")),
        new ClusterName(row.text("cluster")),
        row.text("name"),
        new TreeSet<>(
            List.of(row.text("tags").split(" ")).stream().filter(t -> !t.isEmpty()).toList()),
        new Capacity(
            small(row, "cores"),
            row.numberOrNull("memory"),
            row.numberOrNull("disk"),
            small(row, "vms"),
            small(row, "lxc"),
            Objects.requireNonNull(row.realOrNull("cores_factor")),
            Objects.requireNonNull(row.realOrNull("memory_factor"))),
        Amount.of(
            row.integer("standing_cores"),
            row.number("standing_memory"),
            row.number("standing_disk")),
        row.textOrNull("out_of_service"),
        row.instantOrNull("expected_back"));
  }

  private static @Nullable Integer small(Row row, String column) {
    var number = row.numberOrNull(column);
    return number == null ? null : Math.toIntExact(number);
  }
}
