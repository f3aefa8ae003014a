package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Overcommit;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.InventoryLink;
import direttore.domain.reservation.NewResource;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceFilter;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be claimed, in PostgreSQL. */
public final class PgResources implements Resources {
  private static final String SELECT = "SELECT " + ResourceRows.COLUMNS + ResourceRows.FROM;
  private final Database database;
  private final DbClient db;

  public PgResources(Database database) {
    this.database = database;
    this.db = database.client();
  }

  @Override
  public List<Resource> all(ResourceFilter filter) {
    var wanted = filter.kinds().isEmpty() ? Set.of(ResourceKind.values()) : filter.kinds();
    return db.execute()
        .createQuery(
            SELECT
                + """
                JOIN resource o ON o.id = r.id
                WHERE r.kind = ANY (:kinds)
                  AND (r.kind <> 'addresses' OR o.inventory_id IS NOT NULL
                       OR (:single OR lower(r.addresses) <> upper(r.addresses))
                          AND EXISTS (SELECT FROM claim c WHERE c.resource = r.id AND c.holding))
                  AND (CAST(:tag AS text) IS NULL OR r.tags @> ARRAY[CAST(:same AS text)])
                  AND NOT (:inService AND (r.out_of_service IS NOT NULL OR r.gone))
                  AND (o.inventory_id IS NOT NULL)
                      = coalesce(CAST(:ofInventory AS boolean), o.inventory_id IS NOT NULL)
                  AND NOT EXISTS (
                    SELECT FROM unnest(:words) AS w (word)
                     WHERE position(w.word IN lower(concat_ws(' ', r.name, o.inventory_name, o.site,
                                                    o.role, array_to_string(r.tags, ' ')))) = 0)
                ORDER BY r.kind, r.name, r.id
                """)
        .addParam("kinds", wanted.stream().map(ResourceKind::wire).toArray(String[]::new))
        // A class of thirty has so many addresses: they are listed for whoever asks for that kind.
        .addParam("single", filter.kinds().contains(ResourceKind.ADDRESSES))
        .addParam("tag", filter.tag())
        .addParam("same", filter.tag())
        .addParam("inService", filter.inService())
        .addParam("ofInventory", filter.ofInventory())
        .addParam("words", filter.words().toArray(String[]::new))
        .execute()
        .map(ResourceRows::resource)
        .toList();
  }

  @Override
  public Resource find(int id) {
    return find(db.execute(), id);
  }

  static Resource find(DbExecute execute, int id) {
    return execute
        .createGet(SELECT + "WHERE r.id = :id")
        .addParam("id", id)
        .execute()
        .map(ResourceRows::resource)
        .orElseThrow(() -> new Refusal.NotFound("resource", id));
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ClusterName cluster, String name) {
    return db.execute()
        .createGet(SELECT + "WHERE r.kind = :kind AND r.cluster = :cluster AND r.name = :name")
        .addParam("kind", kind.wire())
        .addParam("cluster", cluster.value())
        .addParam("name", name)
        .execute()
        .map(ResourceRows::resource);
  }

  @Override
  public Resource add(NewResource entered) {
    try {
      var id =
          capacity(
                  db.execute()
                      .createGet(
                          """
                          WITH r AS (
                            INSERT INTO resource
                              (kind, cluster, name, tags, cores, memory, disk, vms, lxc,
                               cores_factor, memory_factor)
                            VALUES
                              (:kind, :cluster, :name, :tags, :cores, :memory, :disk, :vms, :lxc,
                               :coresFactor, :memoryFactor)
                            RETURNING id)
                          SELECT id FROM r
                          """),
                  entered.capacity())
              .addParam("kind", entered.kind().wire())
              .addParam("cluster", entered.cluster().value())
              .addParam("name", entered.name())
              .addParam("tags", entered.tags().toArray(String[]::new))
              .execute()
              .map(row -> new Row(row).integer("id"))
              .orElseThrow();
      database.changed();
      return find(id);
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "resource_name")) {
        throw new Refusal.WrongState(
            "there is a %s %s already".formatted(entered.kind().wire(), entered.name()), "name");
      }
      throw e;
    }
  }

  static <S extends DbStatement<S>> S capacity(S statement, Capacity capacity) {
    return statement
        .addParam("cores", capacity.cores())
        .addParam("memory", capacity.memory())
        .addParam("disk", capacity.disk())
        .addParam("vms", capacity.vms())
        .addParam("lxc", capacity.lxc())
        .addParam("coresFactor", capacity.coresFactor())
        .addParam("memoryFactor", capacity.memoryFactor());
  }

  @Override
  public void remove(int id) {
    var resource = find(id);
    if (!resource.kind().entered()) {
      throw new Refusal.WrongState(
          "%s comes from the cluster and goes with it".formatted(resource.ref()), null);
    }
    requireUnlinked(resource);
    try {
      Transaction.in(db, execute -> remove(execute, id, resource.ref().toString()));
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, ReservationWrites.CLAIMED)) {
        throw new Refusal.WrongState(
            "%s was claimed a moment ago; try again".formatted(resource.ref()), null);
      }
      throw e;
    }
    database.changed();
  }

  /** Refuses with {@code WrongState} what the inventory has. */
  private void requireUnlinked(Resource resource) {
    db.execute()
        .createGet(
            """
            SELECT id FROM resource
             WHERE id = :id AND inventory_id IS NOT NULL AND withheld IS DISTINCT FROM :gone
            """)
        .addParam("id", resource.id())
        .addParam("gone", InventoryLink.GONE)
        .execute()
        .ifPresent(row -> {
          throw new Refusal.WrongState(
              "%s comes from NetBox and goes with it".formatted(resource.ref()), null);
        });
  }

  static void remove(DbExecute execute, int id, String what) {
    lock(execute, id);
    requireUnclaimed(execute, id, what);
    for (var table : List.of("possession", "claim")) {
      execute
          .createDelete("DELETE FROM %s WHERE resource = :id".formatted(table))
          .addParam("id", id)
          .execute();
    }
    execute.createDelete("DELETE FROM resource WHERE id = :id").addParam("id", id).execute();
  }

  /** Nobody decides about it meanwhile, and who comes after finds it as it is then. */
  static void lock(DbExecute execute, int id) {
    execute
        .createGet("SELECT true AS locked FROM pg_advisory_xact_lock(17490, :id)")
        .addParam("id", id)
        .execute();
  }

  /** Refuses with {@code WrongState} while anybody claims it. */
  static void requireUnclaimed(DbExecute execute, int id, String what) {
    execute
        .createGet(
            "SELECT reservation FROM claim WHERE resource = :id AND holding ORDER BY id LIMIT 1")
        .addParam("id", id)
        .execute()
        .map(row -> new Row(row).number("reservation"))
        .ifPresent(reservation -> {
          throw new Refusal.WrongState(
              "%s is claimed by reservation %d; cancel that first".formatted(what, reservation),
              null);
        });
  }

  @Override
  public void keep(ClusterName cluster, List<NodeUse> nodes, Overcommit factors) {
    Transaction.in(
        db,
        execute -> {
          nodes.forEach(node -> keep(execute, cluster, node, factors));
          var names = nodes.stream().map(NodeUse::name).toList();
          ResourceRows.keepOnly(execute, ResourceKind.NODE, cluster, names);
        });
    database.changed();
  }

  private static void keep(
      DbExecute execute, ClusterName cluster, NodeUse node, Overcommit factors) {
    execute
        .createInsert(
            """
            INSERT INTO resource
              (kind, cluster, name, cores, memory, cores_factor, memory_factor, standing_cores,
               standing_memory)
            VALUES ('node', :cluster, :name, :cores, :memory, :coresFactor, :memoryFactor,
                    :standingCores, :standingMemory)
            ON CONFLICT (kind, cluster, name) DO UPDATE
               SET cores = CASE WHEN excluded.cores > 0 THEN excluded.cores
                                ELSE resource.cores END,
                   memory = CASE WHEN excluded.memory > 0 THEN excluded.memory
                                 ELSE resource.memory END,
                   standing_cores = excluded.standing_cores,
                   standing_memory = excluded.standing_memory, gone = false
             WHERE resource.gone
                OR (excluded.cores > 0 AND resource.cores <> excluded.cores)
                OR (excluded.memory > 0 AND resource.memory <> excluded.memory)
                OR resource.standing_cores <> excluded.standing_cores
                OR resource.standing_memory <> excluded.standing_memory
            """)
        .addParam("cluster", cluster.value())
        .addParam("name", node.name())
        .addParam("cores", node.cores())
        .addParam("memory", node.memory())
        .addParam("coresFactor", factors.cores())
        .addParam("memoryFactor", factors.memory())
        .addParam("standingCores", node.standing().cores())
        .addParam("standingMemory", node.standing().memory())
        .execute();
  }

  @Override
  public Set<VmId> brought(ClusterName cluster) {
    return db.execute()
        .createQuery(
            """
            SELECT split_part(p.guest, '/', 4) AS vmid FROM part p
             WHERE p.making IS NOT NULL AND p.state <> 'gone'
               AND split_part(p.guest, '/', 1) = :cluster
               AND EXISTS (SELECT FROM claim c WHERE c.reservation = p.reservation AND c.holding)
            """)
        .addParam("cluster", cluster.value())
        .execute()
        .map(row -> VmId.parse(new Row(row).text("vmid")))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Use> timeline(int id, Window window) {
    find(id);
    return db.execute()
        .createQuery(
            """
            SELECT v.id, v.kind, v.title, v.requester, v.person, v.team, v.hidden,
                   lower(c.during) AS since, upper(c.during) AS until,
                   lower(v.during) AS seen_since, upper(v.during) AS seen_until,
                   c.lane, c.cores, c.memory, c.disk, c.vms, c.lxc
              FROM claim c JOIN reservation v ON v.id = c.reservation
             WHERE c.holding AND c.resource = :id AND c.during && tstzrange(:since, :until)
             ORDER BY lower(c.during), c.id
            """)
        .addParam("id", id)
        .addParam("since", Timestamp.from(window.from()))
        .addParam("until", Timestamp.from(window.to()))
        .execute()
        .map(row -> Occupancies.use(new Row(row)))
        .toList();
  }

  @Override
  public Map<Integer, Occupancy> occupancies(
      Collection<Integer> ids, Instant moment, Duration ahead) {
    return Occupancies.of(db.execute(), ids, moment, ahead);
  }
}
