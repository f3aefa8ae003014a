package direttore.store.access;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderRules;
import direttore.domain.access.Team;
import direttore.domain.access.TeamName;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People in PostgreSQL, which also sees to it that an administrator is left. */
public final class PgPeople implements People {
  private static final String COLUMNS =
      """
      id, name, display, disabled, password_hash IS NOT NULL AS local, subject IS NOT NULL AS oidc,
      issuer, vouched_until, created_at, last_sign_in
      """;
  private final DbClient db;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final ProviderRules rules;

  /** People of whom no other server says anything that counts. */
  public PgPeople(Database database, Clock clock, Supplier<UUID> ids) {
    this(database, clock, ids, ProviderRules.NONE);
  }

  /**
   * @param rules what the groups give that another server says they are in
   */
  public PgPeople(Database database, Clock clock, Supplier<UUID> ids, ProviderRules rules) {
    this.rules = rules;
    this.db = database.client();
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Optional<Person> find(PersonName name) {
    return db.execute()
        .createGet("SELECT " + COLUMNS + " FROM person WHERE name = :name AND deleted_at IS NULL")
        .addParam("name", name.value())
        .execute()
        .map(Row::new)
        .map(this::whole);
  }

  @Override
  public Optional<Person> find(UUID id) {
    return db.execute()
        .createGet("SELECT " + COLUMNS + " FROM person WHERE id = :id AND deleted_at IS NULL")
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
    var execute = db.execute();
    return reading(execute)
        .person(
            row,
            GrantRows.of(execute, id),
            TeamRows.of(execute, id),
            ProviderGroupRows.of(execute, id));
  }

  @Override
  public boolean taken(PersonName name) {
    return db.execute()
        .createGet("SELECT FROM person WHERE name = :name")
        .addParam("name", name.value())
        .execute()
        .isPresent();
  }

  @Override
  public List<Person> all() {
    var execute = db.execute();
    var grants = GrantRows.all(execute);
    var teams = TeamRows.all(execute);
    var groups = ProviderGroupRows.all(execute);
    var reading = reading(execute);
    return execute
        .query("SELECT " + COLUMNS + " FROM person WHERE deleted_at IS NULL ORDER BY name")
        .map(Row::new)
        .map(row -> {
          var id = row.uuid("id");
          return reading.person(
              row,
              grants.getOrDefault(id, List.of()),
              teams.getOrDefault(id, Set.of()),
              groups.getOrDefault(id, Set.of()));
        })
        .toList();
  }

  /** Teams are asked only where the settings make people members of some. */
  private PersonReading reading(DbExecute execute) {
    var teams =
        rules.roles().teams().isEmpty() ? Set.<TeamName>of() : Set.copyOf(TeamRows.names(execute));
    return new PersonReading(rules, teams, clock.instant());
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
          GrantRows.replace(execute, id, grants);
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
      Set<String> groups,
      Instant until) {
    var id = ids.get();
    try {
      inTransaction(
          name,
          execute -> {
            insert(execute, id, name, display);
            IdentityRows.set(execute, id, new Identity(issuer, subject));
            ProviderGroupRows.replace(execute, id, groups, until);
          });
    } catch (Refusal.WrongState e) {
      // Two windows at once: the other has added them.
      return find(issuer, subject).orElseThrow(() -> e);
    }
    return find(id).orElseThrow();
  }

  @Override
  public Optional<Identity> identity(PersonName name) {
    return IdentityRows.of(db.execute(), name);
  }

  @Override
  public Person connect(PersonName name, Identity identity) {
    var id = known(name);
    inTransaction(
        name,
        execute -> {
          IdentityRows.set(execute, id, identity);
          // Whoever came in as the one of before is not the one of now.
          delete(execute, "DELETE FROM session WHERE person = :id", id);
        });
    return find(id).orElseThrow();
  }

  @Override
  public Person disconnect(PersonName name) {
    var id = known(name);
    inTransaction(
        name,
        execute -> {
          IdentityRows.set(execute, id, null);
          delete(execute, "DELETE FROM session WHERE person = :id", id);
        });
    return find(id).orElseThrow();
  }

  @Override
  public long move(String issuer, String to) {
    return IdentityRows.move(db.execute(), issuer, to);
  }

  private UUID known(PersonName name) {
    return find(name).orElseThrow(() -> new Refusal.NotFound("person", name)).id();
  }

  @Override
  public Person vouch(UUID person, @Nullable String display, Set<String> groups, Instant until) {
    var before = find(person).orElseThrow();
    inTransaction(
        before.name(),
        execute -> {
          execute
              .createUpdate(
                  "UPDATE person SET display = coalesce(:display, display) WHERE id = :id")
              .addParam("display", display)
              .addParam("id", person)
              .execute();
          ProviderGroupRows.replace(execute, person, groups, until);
        });
    return find(person).orElseThrow();
  }

  @Override
  public Person change(PersonName name, PersonChange change) {
    var id = known(name);
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
            GrantRows.replace(execute, id, grants);
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
  public void delete(PersonName name) {
    inTransaction(name, execute -> DeletedRows.delete(execute, name, clock.instant()));
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
    var all = all();
    return TeamRows.names(db.execute()).stream()
        .map(team ->
            new Team(
                team,
                all.stream().filter(p -> p.teams().contains(team)).map(Person::name).toList()))
        .toList();
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
      return new Refusal.WrongState(
          "there is somebody called %s already, or was before they were deleted".formatted(name),
          "name");
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
          "%s is the last administrator whom no group of the provider makes one: make somebody else"
                  .formatted(name)
              + " one first",
          null);
    }
    return failure;
  }

  private static void delete(DbExecute execute, String sql, UUID id) {
    execute.createDelete(sql).addParam("id", id).execute();
  }
}
