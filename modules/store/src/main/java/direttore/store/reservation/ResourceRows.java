package direttore.store.reservation;

import direttore.domain.node.ClusterName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Columns;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads resources. */
final class ResourceRows {
  /** With the quotas of people and teams, as they are at the moment. */
  static final String FROM = " FROM resource_as_is r ";

  /** Tags have no blanks. */
  static final String COLUMNS =
      """
      r.id, r.kind, r.cluster, r.name, array_to_string(r.tags, ' ') AS tags,
      r.cores, r.memory, r.disk, r.vms, r.lxc,
      CAST(r.cores_factor AS float8) AS cores_factor,
      CAST(r.memory_factor AS float8) AS memory_factor,
      r.standing_cores, r.standing_memory, r.standing_disk, r.standing_guests, r.guests, r.node,
      coalesce(r.out_of_service, CASE WHEN r.gone THEN 'its cluster has it no more' END)
        AS out_of_service,
      r.expected_back
      """;

  /** Of all rows of {@link #COLUMNS}, as one row. */
  static final String ARRAYS =
      """
      array_agg(r.id) AS r_id, array_agg(r.kind) AS r_kind, array_agg(r.cluster) AS r_cluster,
      array_agg(r.name) AS r_name, array_agg(r.tags) AS r_tags, array_agg(r.cores) AS r_cores,
      array_agg(r.memory) AS r_memory, array_agg(r.disk) AS r_disk, array_agg(r.vms) AS r_vms,
      array_agg(r.lxc) AS r_lxc, array_agg(r.cores_factor) AS r_cores_factor,
      array_agg(r.memory_factor) AS r_memory_factor,
      array_agg(r.standing_cores) AS r_standing_cores,
      array_agg(r.standing_memory) AS r_standing_memory,
      array_agg(r.standing_disk) AS r_standing_disk,
      array_agg(r.standing_guests) AS r_standing_guests, array_agg(r.guests) AS r_guests,
      array_agg(r.node) AS r_node,
      array_agg(r.out_of_service) AS r_out_of_service,
      array_agg(CAST(ceil(extract(epoch FROM r.expected_back)) AS bigint)) AS r_expected_back
      """;

  private ResourceRows() {}

  /** Those of these numbers. */
  static Map<Integer, Resource> of(DbExecute execute, Collection<Integer> ids) {
    return execute
        .createQuery("SELECT " + COLUMNS + FROM + "WHERE r.id = ANY (CAST(:ids AS integer[]))")
        .addParam("ids", HeldRows.array(ids))
        .execute()
        .map(ResourceRows::resource)
        .collect(Collectors.toMap(Resource::id, resource -> resource));
  }

  static Resource resource(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Resource(
        row.integer("id"),
        ResourceKind.parse(row.text("kind")),
        new ClusterName(row.text("cluster")),
        row.text("name"),
        tags(row.text("tags")),
        new Capacity(
            small(row.numberOrNull("cores")),
            row.numberOrNull("memory"),
            row.numberOrNull("disk"),
            small(row.numberOrNull("vms")),
            small(row.numberOrNull("lxc")),
            small(row.numberOrNull("guests")),
            Objects.requireNonNull(row.realOrNull("cores_factor")),
            Objects.requireNonNull(row.realOrNull("memory_factor"))),
        standing(
            row.number("standing_cores"),
            row.number("standing_memory"),
            row.number("standing_disk"),
            row.number("standing_guests")),
        row.textOrNull("node"),
        row.textOrNull("out_of_service"),
        row.instantOrNull("expected_back"));
  }

  /** From a row with {@link #ARRAYS}. */
  static List<Resource> resources(Row row) {
    var columns = new Columns(row);
    var ids = columns.numbers("r_id");
    var kinds = columns.texts("r_kind");
    var clusters = columns.texts("r_cluster");
    var names = columns.texts("r_name");
    var tags = columns.texts("r_tags");
    var capacities = new Capacities(columns);
    var cores = columns.numbers("r_standing_cores");
    var memory = columns.numbers("r_standing_memory");
    var disk = columns.numbers("r_standing_disk");
    var guests = columns.numbers("r_standing_guests");
    var nodes = columns.texts("r_node");
    var outOfService = columns.texts("r_out_of_service");
    var back = columns.numbersOrNull("r_expected_back");
    var all = new ArrayList<Resource>(ids.length);
    for (var i = 0; i < ids.length; i++) {
      all.add(
          new Resource(
              (int) ids[i],
              ResourceKind.parse(Objects.requireNonNull(kinds[i])),
              new ClusterName(Objects.requireNonNull(clusters[i])),
              Objects.requireNonNull(names[i]),
              tags(Objects.requireNonNull(tags[i])),
              capacities.at(i),
              standing(cores[i], memory[i], disk[i], guests[i]),
              nodes[i],
              outOfService[i],
              moment(back[i])));
    }
    return all;
  }

  /** Of somebody without a quota it may be more than can be claimed of anything. */
  private static Amount standing(long cores, long memory, long disk, long guests) {
    return new Amount(
        (int) Math.min(cores, Amount.MOST_CORES),
        Math.min(memory, Amount.MOST_MEMORY),
        Math.min(disk, Amount.MOST_DISK),
        (int) Math.min(guests, Amount.MOST_CORES),
        0);
  }

  /** How much there is of each. */
  private static final class Capacities {
    private final @Nullable Number[] cores;
    private final @Nullable Number[] memory;
    private final @Nullable Number[] disk;
    private final @Nullable Number[] vms;
    private final @Nullable Number[] lxc;
    private final @Nullable Number[] guests;
    private final @Nullable Number[] coresFactor;
    private final @Nullable Number[] memoryFactor;

    Capacities(Columns columns) {
      this.cores = columns.numbersOrNull("r_cores");
      this.memory = columns.numbersOrNull("r_memory");
      this.disk = columns.numbersOrNull("r_disk");
      this.vms = columns.numbersOrNull("r_vms");
      this.lxc = columns.numbersOrNull("r_lxc");
      this.guests = columns.numbersOrNull("r_guests");
      this.coresFactor = columns.numbersOrNull("r_cores_factor");
      this.memoryFactor = columns.numbersOrNull("r_memory_factor");
    }

    Capacity at(int i) {
      return new Capacity(
          small(cores[i]),
          large(memory[i]),
          large(disk[i]),
          small(vms[i]),
          small(lxc[i]),
          small(guests[i]),
          Objects.requireNonNull(coresFactor[i]).doubleValue(),
          Objects.requireNonNull(memoryFactor[i]).doubleValue());
    }
  }

  private static SortedSet<String> tags(String joined) {
    return new TreeSet<>(List.of(joined.split(" ")).stream().filter(t -> !t.isEmpty()).toList());
  }

  private static @Nullable Instant moment(@Nullable Number seconds) {
    return seconds == null ? null : Instant.ofEpochSecond(seconds.longValue());
  }

  private static @Nullable Integer small(@Nullable Number number) {
    return number == null ? null : Math.toIntExact(number.longValue());
  }

  private static @Nullable Long large(@Nullable Number number) {
    return number == null ? null : number.longValue();
  }

  /** Has all others of the kind be gone from the cluster. */
  static void keepOnly(
      DbExecute execute, ResourceKind kind, ClusterName cluster, Collection<String> names) {
    execute
        .createUpdate(
            """
            UPDATE resource SET gone = true
             WHERE kind = :kind AND cluster = :cluster AND NOT gone AND name <> ALL (:names)
            """)
        .addParam("kind", kind.wire())
        .addParam("cluster", cluster.value())
        .addParam("names", names.toArray(String[]::new))
        .execute();
  }
}
