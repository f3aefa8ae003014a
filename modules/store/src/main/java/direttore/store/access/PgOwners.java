package direttore.store.access;

import direttore.domain.Refusal;
import direttore.domain.access.Owner;
import direttore.domain.access.Owners;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.VmId;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owners in PostgreSQL; triggers record them with the operations that make and delete guests. */
public final class PgOwners implements Owners {
  private static final String SELECT =
      """
      SELECT o.vmid, o.person, p.name, o.team, o.since
        FROM guest_owner o JOIN person p ON p.id = o.person
      """;
  private final DbClient db;
  private final Clock clock;

  public PgOwners(Database database, Clock clock) {
    this.db = database.client();
    this.clock = clock;
  }

  @Override
  public Optional<Owner> of(VmId vmid) {
    return db.execute()
        .createGet(SELECT + " WHERE o.vmid = :vmid")
        .addParam("vmid", vmid.value())
        .execute()
        .map(PgOwners::read);
  }

  @Override
  public List<Owner> all() {
    return db.execute().query(SELECT + " ORDER BY o.vmid").map(PgOwners::read).toList();
  }

  @Override
  public Owner give(VmId vmid, PersonName person, @Nullable TeamName team) {
    try {
      var given =
          db.execute()
              .createInsert(
                  """
                  INSERT INTO guest_owner (vmid, person, team, since)
                  SELECT CAST(:vmid AS integer), id, :team, CAST(:now AS timestamptz)
                    FROM person WHERE name = :name
                      ON CONFLICT (vmid) DO UPDATE
                     SET person = EXCLUDED.person, team = EXCLUDED.team, since = EXCLUDED.since
                  """)
              .addParam("vmid", vmid.value())
              .addParam("team", team == null ? null : team.value())
              .addParam("now", Timestamp.from(clock.instant()))
              .addParam("name", person.value())
              .execute();
      if (given == 0) {
        throw new Refusal.Unknown("person", "owner", "there is nobody called " + person);
      }
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "guest_owner_team")) {
        throw new Refusal.Unknown("team", "team", "there is no team " + team);
      }
      throw e;
    }
    return of(vmid).orElseThrow();
  }

  @Override
  public void forget(VmId vmid) {
    db.execute()
        .createDelete("DELETE FROM guest_owner WHERE vmid = :vmid")
        .addParam("vmid", vmid.value())
        .execute();
  }

  private static Owner read(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Owner(
        new VmId(row.integer("vmid")),
        row.uuid("person"),
        new PersonName(row.text("name")),
        Optional.ofNullable(row.textOrNull("team")).map(TeamName::new).orElse(null),
        row.instant("since"));
  }
}
