package direttore.store.access;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Team;
import direttore.domain.access.TeamName;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.lang.System.Logger.Level;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** People in PostgreSQL, which also sees to it that an administrator is left. */
public final class PgPeople implements People {
  private static final String COLUMNS =
      """
      id, name, display, disabled, password_hash IS NOT NULL AS local, subject IS NOT NULL AS oidc,
      created_at, last_sign_in
      """;
  private static final System.Logger LOG = System.getLogger(PgPeople.class.getName());
  private final DbClient db;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public PgPeople(Database database, Clock clock, Supplier<UUID> ids) {
    this.db = database.client();
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Optional<Person> find(PersonName name) {
    return db.execute()
        .createGet("SELECT " + COLUMNS + " FROM person WHERE name = :name")
        .addParam("name", name.value())
        .execute()
        .map(Row::new)
        .map(this::whole);
  }

  @Override
  public Optional<Person> find(UUID id) {
    return db.execute()
        .createGet("SELECT " + COLUMNS + " FROM person WHERE id = :id")
        .addParam("id", id)
        .execute()
        .map(Row::new)
        .map(this::whole);
  }

  @Override
  public Optional<Person> find(String issuer, String subject) {
    return db.execute()
        .createGet(
            "SELECT " + COLUMNS + " FROM person WHERE issuer = :issuer AND subject = :subject")
        .addParam("issuer", issuer)
        .addParam("subject", subject)
        .execute()
        .map(Row::new)
        .map(this::whole);
  }

  private Person whole(Row row) {
    var id = row.uuid("id");
    return person(
        row, GrantRows.of(db.execute(), id, clock.instant()), TeamRows.of(db.execute(), id));
  }

  @Override
  public List<Person> all() {
    var grants = GrantRows.all(db.execute(), clock.instant());
    var teams = TeamRows.all(db.execute());
    return db.execute()
        .query("SELECT " + COLUMNS + " FROM person ORDER BY name")
        .map(Row::new)
        .map(row -> {
          var id = row.uuid("id");
          return person(
              row, grants.getOrDefault(id, GrantRows.NONE), teams.getOrDefault(id, Set.of()));
        })
        .toList();
  }

  @Override
  public boolean none() {
    return db.execute().get("SELECT true AS found FROM person LIMIT 1").isEmpty();
  }

  @Override
  public Person add(PersonName name, String display, List<Grant> grants, Set<TeamName> teams) {
    var id = ids.get();
    inTransaction(
        name,
        execute -> {
          insert(execute, id, name, display);
          GrantRows.replace(execute, id, grants, null);
          TeamRows.insert(execute, id, teams);
        });
    return find(id).orElseThrow();
  }

  private void insert(DbExecute execute, UUID id, PersonName name, String display) {
    Actor.refuseNobodysName(name);
    execute
        .createInsert(
            """
            INSERT INTO person (id, name, display, created_at)
            VALUES (:id, :name, :display, :now)
            """)
        .addParam("id", id)
        .addParam("name", name.value())
        .addParam("display", display)
        .addParam("now", Timestamp.from(clock.instant()))
        .execute();
  }

  @Override
  public Person addVouched(
      PersonName name,
      String display,
      String issuer,
      String subject,
      List<Grant> provided,
      Instant until) {
    var id = ids.get();
    try {
      inTransaction(
          name,
          execute -> {
            insert(execute, id, name, display);
            setIdentity(execute, id, issuer, subject);
            GrantRows.replace(execute, id, provided, until);
          });
    } catch (Refusal.WrongState e) {
      // Two windows at once: the other has added them.
      return find(issuer, subject).orElseThrow(() -> e);
    }
    return find(id).orElseThrow();
  }

  @Override
  public Person connect(PersonName name, String issuer, String subject) {
    var id = find(name).orElseThrow(() -> new Refusal.NotFound("person", name)).id();
    inTransaction(name, execute -> setIdentity(execute, id, issuer, subject));
    return find(id).orElseThrow();
  }

  private static void setIdentity(DbExecute execute, UUID id, String issuer, String subject) {
    execute
        .createUpdate("UPDATE person SET issuer = :issuer, subject = :subject WHERE id = :id")
        .addParam("issuer", issuer)
        .addParam("subject", subject)
        .addParam("id", id)
        .execute();
  }

  @Override
  public Person provide(UUID person, List<Grant> provided, Instant until) {
    var before = find(person).orElseThrow();
    try {
      inTransaction(
          before.name(),
          execute -> {
            // Two windows of one person at once: the second replaces what the first wrote.
            execute
                .createGet("SELECT id FROM person WHERE id = :id FOR UPDATE")
                .addParam("id", person)
                .execute();
            GrantRows.replace(execute, person, provided, until);
          });
    } catch (Refusal.WrongState e) {
      LOG.log(Level.WARNING, "kept what the provider gave before: {0}", e.getMessage());
    }
    return find(person).orElseThrow();
  }

  @Override
  public Person change(PersonName name, PersonChange change) {
    var id = find(name).orElseThrow(() -> new Refusal.NotFound("person", name)).id();
    inTransaction(
        name,
        execute -> {
          var update =
              execute
                  .createUpdate(
                      """
                      UPDATE person
                         SET display = coalesce(:display, display),
                             disabled = coalesce(CAST(:disabled AS boolean), disabled)
                       WHERE id = :id
                      """)
                  .addParam("display", change.display())
                  .addParam("disabled", change.disabled())
                  .addParam("id", id);
          update.execute();
          var grants = change.grants();
          if (grants != null) {
            GrantRows.replace(execute, id, grants, null);
          }
          var teams = change.teams();
          if (teams != null) {
            delete(execute, "DELETE FROM team_member WHERE person = :id", id);
            TeamRows.insert(execute, id, teams);
          }
          if (Boolean.TRUE.equals(change.disabled())) {
            delete(execute, "DELETE FROM session WHERE person = :id", id);
            delete(execute, "DELETE FROM sign_in_link WHERE person = :id", id);
          }
        });
    return find(id).orElseThrow();
  }

  @Override
  public Optional<String> passwordHash(UUID person) {
    return db.execute()
        .createGet("SELECT password_hash FROM person WHERE id = :id")
        .addParam("id", person)
        .execute()
        .flatMap(row -> Optional.ofNullable(new Row(row).textOrNull("password_hash")));
  }

  @Override
  public void setPassword(UUID person, String hash) {
    db.execute()
        .createUpdate("UPDATE person SET password_hash = :hash WHERE id = :id")
        .addParam("hash", hash)
        .addParam("id", person)
        .execute();
  }

  @Override
  public void signedIn(UUID person, Instant now) {
    db.execute()
        .createUpdate("UPDATE person SET last_sign_in = :now WHERE id = :id")
        .addParam("now", Timestamp.from(now))
        .addParam("id", person)
        .execute();
  }

  @Override
  public List<Team> teams() {
    return TeamRows.teams(db.execute());
  }

  @Override
  public Team addTeam(TeamName name) {
    return TeamRows.add(db.execute(), name);
  }

  @Override
  public void removeTeam(TeamName name) {
    TeamRows.remove(db.execute(), name);
  }

  private void inTransaction(PersonName name, Consumer<DbExecute> change) {
    try {
      Transaction.in(db, change);
    } catch (DbClientException e) {
      throw refusal(name, e);
    }
  }

  private static RuntimeException refusal(PersonName name, DbClientException failure) {
    if (SqlFailure.breaks(failure, "person_name")) {
      return new Refusal.WrongState("there is somebody called %s already".formatted(name), "name");
    }
    if (SqlFailure.breaks(failure, "person_identity")) {
      return new Refusal.WrongState(
          "that subject of the provider is somebody else here already", "subject");
    }
    if (SqlFailure.breaks(failure, "team_member_team")) {
      return new Refusal.Unknown("team", "teams", "there is no such team; add it first");
    }
    if (SqlFailure.breaks(failure, "last_admin")) {
      return new Refusal.WrongState(
          "%s is the last administrator: make somebody else one first".formatted(name), null);
    }
    return failure;
  }

  private static void delete(DbExecute execute, String sql, UUID id) {
    execute.createDelete(sql).addParam("id", id).execute();
  }

  private static Person person(Row row, GrantRows grants, Set<TeamName> teams) {
    return new Person(
        row.uuid("id"),
        new PersonName(row.text("name")),
        row.text("display"),
        row.flag("disabled"),
        row.flag("local"),
        row.flag("oidc"),
        grants.given(),
        grants.provided(),
        teams,
        row.instant("created_at"),
        row.instantOrNull("last_sign_in"));
  }
}
