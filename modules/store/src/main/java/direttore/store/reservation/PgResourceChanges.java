package direttore.store.reservation;

import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceChanges;
import direttore.store.Database;
import direttore.store.operation.Safe;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Changes resources in PostgreSQL, and heals reservations of what is out of service. */
public final class PgResourceChanges implements ResourceChanges {
  private final Durable durable;
  private final Decisions decisions;
  private final Healing healing;

  public PgResourceChanges(
      Database database, Safe safe, Clock clock, Supplier<UUID> ids, Consequences consequences) {
    var parts = DecisionParts.of(database, safe, clock, ids, consequences);
    this.decisions = parts.decisions(null);
    this.durable = parts.durable();
    this.healing = new Healing(decisions, parts.changes(decisions, null), durable::now);
  }

  @Override
  public Changed change(int id, ResourceChange change, String by) {
    return durable.of(execute -> changed(execute, id, change, by));
  }

  private Changed changed(DbExecute execute, int id, ResourceChange change, String by) {
    var out = change.out(PgResources.find(execute, id));
    var plans = out == null ? List.<Plan>of() : healing.plans(execute, out);
    lock(execute, plans, id);
    write(execute, PgResources.find(execute, id), change);
    RiskRows.forget(execute, List.of(id));
    var after = PgResources.find(execute, id);
    return out == null
        ? new Changed(after, List.of(), List.of())
        : healing.heal(execute, after, plans, by);
  }

  @Override
  public List<Changed> lookAhead() {
    return durable
        .of(execute -> {
          RiskRows.overdue(execute, durable.now());
          return RiskRows.out(execute, durable.now());
        })
        .stream()
        .flatMap(id -> durable.of(execute -> ahead(execute, id)).stream())
        .toList();
  }

  /** Nothing where it was put back in between. */
  private Optional<Changed> ahead(DbExecute execute, int id) {
    var plans = healing.plans(execute, PgResources.find(execute, id));
    lock(execute, plans, id);
    var out = PgResources.find(execute, id);
    return out.outOfService() == null
        ? Optional.empty()
        : Optional.of(healing.heal(execute, out, plans, null));
  }

  /**
   * Reservations are locked before the resource itself, as by whoever changes or removes them. Who
   * decides about it meanwhile is waited for, and who does so later sees what it is then.
   */
  private void lock(DbExecute execute, List<Plan> plans, int id) {
    decisions.lock(execute, plans, id);
    execute
        .createGet("SELECT id FROM resource WHERE id = :id FOR NO KEY UPDATE")
        .addParam("id", id)
        .execute();
  }

  private static void write(DbExecute execute, Resource before, ResourceChange change) {
    var out = change.outOfService();
    var back = change.expectedBack();
    var returned = out != null && out.isBlank();
    execute
        .createUpdate(
            """
            UPDATE resource
               SET tags = tags_with(CAST(:tags AS text[]), '{}', inventory_tags),
                   out_by_hand =
                     CASE WHEN :returned THEN NULL
                          ELSE coalesce(CAST(:out AS text), out_by_hand) END,
                   back_by_hand =
                     CASE WHEN :back THEN NULL
                          ELSE coalesce(CAST(:when AS timestamptz), back_by_hand) END
             WHERE id = :id
            """)
        .addParam(
            "tags", Objects.requireNonNullElse(change.tags(), before.tags()).toArray(String[]::new))
        .addParam("returned", returned)
        .addParam("out", out)
        .addParam("back", returned)
        .addParam("when", back == null ? null : Timestamp.from(back))
        .addParam("id", before.id())
        .execute();
    if (change.capacity() != null) {
      PgResources.capacity(
              execute.createUpdate(
                  """
                  UPDATE resource
                     SET cores = :cores, memory = :memory, disk = :disk, vms = :vms, lxc = :lxc,
                         cores_factor = :coresFactor, memory_factor = :memoryFactor
                   WHERE id = :id
                  """),
              change.capacity())
          .addParam("id", before.id())
          .execute();
    }
  }
}
