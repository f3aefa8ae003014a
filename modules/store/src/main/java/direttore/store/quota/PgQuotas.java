package direttore.store.quota;

import direttore.domain.Refusal;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
import direttore.domain.quota.Quotas;
import direttore.domain.quota.Standing;
import direttore.domain.quota.Use;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Quotas in PostgreSQL. */
public final class PgQuotas implements Quotas {
  private static final String SUM =
      """
        LEFT JOIN LATERAL (
          SELECT count(*) AS guests, CAST(coalesce(sum(g.cores), 0) AS bigint) AS cores,
                 CAST(coalesce(sum(g.memory), 0) AS bigint) AS memory,
                 CAST(coalesce(sum(g.disk), 0) AS bigint) AS disk
            FROM holding g WHERE g.kind = 'guest' AND g.counts AND %s) AS u ON true
        LEFT JOIN resource r ON r.kind = '%s' AND r.name = h.name
        LEFT JOIN LATERAL most_booked(r.id) AS b ON true
      """;
  private static final String COLUMNS =
      """
      q.guests, q.cores, q.memory, q.disk, u.guests AS used_guests, u.cores AS used_cores,
      u.memory AS used_memory, u.disk AS used_disk, b.guests AS booked_guests,
      b.cores AS booked_cores, b.memory AS booked_memory, b.disk AS booked_disk
      """;
  private static final String PEOPLE =
      "SELECT h.name, q.person IS NOT NULL AS own, "
          + COLUMNS
          + """
            FROM (SELECT id, name FROM person WHERE deleted_at IS NULL) AS h
            LEFT JOIN LATERAL (
              SELECT * FROM quota WHERE team IS NULL AND coalesce(person = h.id, true)
               ORDER BY person NULLS LAST LIMIT 1) AS q ON true
          """
          + SUM.formatted("g.person = h.id", "person");
  private static final String TEAMS =
      "SELECT h.name, q.team IS NOT NULL AS own, "
          + COLUMNS
          + " FROM team h LEFT JOIN quota q ON q.team = h.name "
          + SUM.formatted("g.team = h.name", "team");
  private static final String EVERYBODY =
      "SELECT CAST(NULL AS uuid) AS person, CAST(NULL AS text) AS team";
  private static final String PERSON =
      "SELECT id, NULL FROM person WHERE name = :name AND deleted_at IS NULL";
  private static final String TEAM = "SELECT CAST(NULL AS uuid), name FROM team WHERE name = :name";
  private final DbClient db;

  public PgQuotas(Database database) {
    this.db = database.client();
  }

  @Override
  public Quota forEverybody() {
    return db.execute()
        .get("SELECT * FROM quota WHERE person IS NULL AND team IS NULL")
        .map(row -> quota(new Row(row)))
        .orElse(Quota.UNBOUNDED);
  }

  @Override
  public void setForEverybody(Quota quota) {
    store(EVERYBODY, null, quota);
  }

  @Override
  public List<Standing> all() {
    var all = new ArrayList<Standing>();
    db.execute().query(PEOPLE + " ORDER BY h.name").map(PgQuotas::ofPerson).forEach(all::add);
    db.execute().query(TEAMS + " ORDER BY h.name").map(PgQuotas::ofTeam).forEach(all::add);
    return all;
  }

  @Override
  public List<Standing> of(PersonName person, Collection<TeamName> teams) {
    var all = new ArrayList<Standing>();
    find(new Holder.OfPerson(person)).ifPresent(all::add);
    teams.forEach(team -> find(new Holder.OfTeam(team)).ifPresent(all::add));
    return all;
  }

  @Override
  public Standing of(Holder holder) {
    return find(holder).orElseThrow(() -> unknown(holder));
  }

  @Override
  public void set(Holder holder, @Nullable Quota quota) {
    if (quota == null) {
      remove(holder);
      return;
    }
    var stored =
        switch (holder) {
          case Holder.OfPerson p -> store(PERSON, p.value(), quota);
          case Holder.OfTeam t -> store(TEAM, t.value(), quota);
        };
    if (stored == 0) {
      throw unknown(holder);
    }
  }

  private void remove(Holder holder) {
    var existing = of(holder).holder();
    db.execute()
        .createDelete(
            switch (existing) {
              case Holder.OfPerson _ ->
                  "DELETE FROM quota WHERE person = (SELECT id FROM person WHERE name = :name)";
              case Holder.OfTeam _ -> "DELETE FROM quota WHERE team = :name";
            })
        .addParam("name", existing.value())
        .execute();
  }

  private long store(String whose, @Nullable String name, Quota quota) {
    var insert =
        db.execute()
            .createInsert(
                """
                INSERT INTO quota (person, team, guests, cores, memory, disk)
                SELECT w.person, w.team, CAST(:guests AS bigint), CAST(:cores AS bigint),
                       CAST(:memory AS bigint), CAST(:disk AS bigint)
                  FROM (%s) AS w (person, team)
                    ON CONFLICT (person, team) DO UPDATE
                   SET guests = EXCLUDED.guests, cores = EXCLUDED.cores,
                       memory = EXCLUDED.memory, disk = EXCLUDED.disk
                """
                    .formatted(whose))
            .addParam("guests", quota.guests())
            .addParam("cores", quota.cores())
            .addParam("memory", quota.memory())
            .addParam("disk", quota.disk());
    return (name == null ? insert : insert.addParam("name", name)).execute();
  }

  private Optional<Standing> find(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson p -> one(PEOPLE, p).map(PgQuotas::ofPerson);
      case Holder.OfTeam t -> one(TEAMS, t).map(PgQuotas::ofTeam);
    };
  }

  private Optional<DbRow> one(String sql, Holder holder) {
    return db.execute()
        .createGet(sql + " WHERE h.name = :name")
        .addParam("name", holder.value())
        .execute();
  }

  private static Refusal unknown(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson p -> new Refusal.NotFound("person", p.name());
      case Holder.OfTeam t -> new Refusal.NotFound("team", t.name());
    };
  }

  private static Standing ofPerson(DbRow row) {
    return standing(new Holder.OfPerson(new PersonName(new Row(row).text("name"))), new Row(row));
  }

  private static Standing ofTeam(DbRow row) {
    return standing(new Holder.OfTeam(new TeamName(new Row(row).text("name"))), new Row(row));
  }

  private static Standing standing(Holder holder, Row row) {
    return new Standing(holder, quota(row), row.flag("own"), use(row, "used"), use(row, "booked"));
  }

  private static Use use(Row row, String which) {
    return new Use(
        row.number(which + "_guests"),
        row.number(which + "_cores"),
        row.number(which + "_memory"),
        row.number(which + "_disk"));
  }

  private static Quota quota(Row row) {
    return new Quota(
        row.numberOrNull("guests"),
        row.numberOrNull("cores"),
        row.numberOrNull("memory"),
        row.numberOrNull("disk"));
  }
}
