package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Client;
import direttore.domain.access.Grant;
import direttore.domain.access.Owner;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.Secret;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Requester;
import direttore.domain.operation.VmidChoice;
import direttore.domain.operation.Wish;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import io.helidon.dbclient.DbClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgAccessTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Client CLIENT = new Client("192.0.2.7", "test");
  private Database database;
  private PgPeople people;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    people = new PgPeople(database, CLOCK, UUID::randomUUID);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Person add(String name, Grant... grants) {
    return people.add(new PersonName(name), name, List.of(grants), Set.of());
  }

  @Test
  void peopleReadBackAsTheyWereAdded() {
    assertThat(people.none()).isTrue();
    people.addTeam(new TeamName("net"));
    var grants =
        List.of(
            Grant.everywhere(Role.VIEWER),
            new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve1"))),
            new Grant(Role.USER, new Scope.Tagged("course")),
            new Grant(Role.USER, new Scope.OfTeam(new TeamName("net"))));

    var ana = people.add(new PersonName("ana"), "Ana", grants, Set.of(new TeamName("net")));

    assertThat(people.find(ana.id())).contains(ana);
    assertThat(people.find(new PersonName("ana"))).contains(ana);
    assertThat(people.all()).containsExactly(ana);
    assertThat(ana.grants()).containsExactlyInAnyOrderElementsOf(grants);
    assertThat(people.none()).isFalse();
    assertThat(people.teams().getFirst().members()).containsExactly(new PersonName("ana"));
  }

  @Test
  void aNameIsTakenOnce() {
    add("ana");

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> add("ana"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("name"));
  }

  @Test
  void aTeamMustExist() {
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() ->
            people.add(new PersonName("ana"), "Ana", List.of(), Set.of(new TeamName("none"))));
    assertThat(people.none()).isTrue();
  }

  @Test
  void whatIsNotNamedStays() {
    var ana = add("ana", Grant.everywhere(Role.USER));

    var changed = people.change(ana.name(), new PersonChange("Ana B.", null, null, null));

    assertThat(changed.display()).isEqualTo("Ana B.");
    assertThat(changed.grants()).isEqualTo(ana.grants());
    assertThat(changed.disabled()).isFalse();
  }

  @Test
  void theLastAdministratorStays() {
    var ana = add("ana", Grant.everywhere(Role.ADMIN));
    var ben = add("ben", Grant.everywhere(Role.ADMIN));

    people.change(ben.name(), PersonChange.disabled(true));

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.change(ana.name(), PersonChange.disabled(true)))
        .withMessageContaining("last administrator");
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() ->
            people.change(ana.name(), PersonChange.grants(List.of(Grant.everywhere(Role.USER)))));
    assertThat(people.find(ana.id()).orElseThrow().grants())
        .containsExactly(Grant.everywhere(Role.ADMIN));
  }

  @Test
  void twoAdministratorsCannotDismissEachOtherAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      var names = List.of("a" + round, "b" + round);
      names.forEach(name -> add(name, Grant.everywhere(Role.ADMIN)));
      people.all().stream()
          .filter(p -> !names.contains(p.name().value()))
          .forEach(p -> people.change(p.name(), PersonChange.disabled(true)));

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var tries = new ArrayList<Callable<Boolean>>();
        names.forEach(name -> tries.add(() -> disable(name)));
        threads.invokeAll(tries);
      }

      assertThat(people.all().stream().filter(p -> !p.disabled())).hasSizeGreaterThanOrEqualTo(1);
    }
  }

  private boolean disable(String name) {
    try {
      people.change(new PersonName(name), PersonChange.disabled(true));
      return true;
    } catch (Refusal.WrongState e) {
      return false;
    }
  }

  @Test
  void disablingEndsSessionsAndLinks() {
    add("root", Grant.everywhere(Role.ADMIN));
    var ana = add("ana");
    var sessions = new PgSessions(database, UUID::randomUUID);
    var links = new PgLinks(database);
    var cookie = Secret.fresh("");
    var link = Secret.fresh("");
    sessions.open(ana.id(), cookie, CLIENT, NOW, NOW.plusSeconds(60));
    links.keep(ana.id(), link, NOW.plusSeconds(60));

    people.change(ana.name(), PersonChange.disabled(true));

    assertThat(sessions.find(cookie)).isEmpty();
    assertThat(links.use(link, NOW)).isEmpty();
  }

  @Test
  void aLinkWorksOnceAndInItsTime() {
    var ana = add("ana");
    var links = new PgLinks(database);
    var late = Secret.fresh("");
    links.keep(ana.id(), late, NOW.plusSeconds(60));
    assertThat(links.use(late, NOW.plusSeconds(60))).isEmpty();

    var good = Secret.fresh("");
    links.keep(ana.id(), good, NOW.plusSeconds(60));

    assertThat(links.use(late, NOW)).isEmpty();
    assertThat(links.use(good, NOW)).contains(ana.id());
    assertThat(links.use(good, NOW)).isEmpty();
  }

  @Test
  void sessionsAreKnownByTheirSecretOnly() {
    var ana = add("ana");
    var ben = add("ben");
    var sessions = new PgSessions(database, UUID::randomUUID);
    var secret = Secret.fresh("");
    var session = sessions.open(ana.id(), secret, CLIENT, NOW, NOW.plusSeconds(60));
    var other = sessions.open(ana.id(), Secret.fresh(""), CLIENT, NOW, NOW.plusSeconds(60));

    assertThat(sessions.find(secret)).contains(session);
    assertThat(sessions.find(Secret.fresh(""))).isEmpty();
    assertThat(sessions.end(ben.id(), session.id())).isFalse();
    sessions.endOthers(ana.id(), session.id());
    assertThat(sessions.of(ana.id(), NOW)).containsExactly(session).doesNotContain(other);
    sessions.sweep(NOW.plusSeconds(61));
    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void tokensAreKeptAndRevoked() {
    var ana = add("ana");
    var tokens = new PgApiTokens(database, UUID::randomUUID);
    var secret = Secret.fresh("dtr_");

    var token = tokens.make(ana.id(), "ci", Role.VIEWER, secret, NOW, NOW.plusSeconds(60));

    assertThat(tokens.find(secret)).contains(token);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() ->
            tokens.make(ana.id(), "ci", Role.USER, Secret.fresh("dtr_"), NOW, NOW.plusSeconds(9)));
    tokens.used(token.id(), "192.0.2.9", NOW);
    assertThat(tokens.of(ana.id()).getFirst().lastAddress()).isEqualTo("192.0.2.9");
    assertThat(tokens.revoke(UUID.randomUUID(), token.id())).isFalse();
    assertThat(tokens.revoke(ana.id(), token.id())).isTrue();
    assertThat(tokens.find(secret)).isEmpty();
  }

  @Test
  void noSecretIsInTheDatabase() throws Exception {
    var ana = add("ana");
    var cookie = Secret.fresh("");
    var token = Secret.fresh("dtr_");
    var link = Secret.fresh("");
    new PgSessions(database, UUID::randomUUID)
        .open(ana.id(), cookie, CLIENT, NOW, NOW.plus(Duration.ofDays(1)));
    new PgApiTokens(database, UUID::randomUUID)
        .make(ana.id(), "ci", Role.VIEWER, token, NOW, NOW.plus(Duration.ofDays(1)));
    new PgLinks(database).keep(ana.id(), link, NOW.plus(Duration.ofDays(1)));

    var all = new StringBuilder();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var table : List.of("person", "session", "api_token", "sign_in_link")) {
        try (var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (rows.next()) {
            all.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    assertThat(all.toString())
        .contains("ana")
        .doesNotContain(cookie.text())
        .doesNotContain(token.text())
        .doesNotContain(link.text());
  }

  @Test
  void theAuditIsReadInPagesAndByFilters() {
    var audit = new PgAudit(database);
    for (int i = 0; i < 5; i++) {
      audit.write(entry("ana", "guest.start", "guest/" + i, Outcome.DONE));
    }
    audit.write(entry("ben", "guest.delete", "guest/1", Outcome.REFUSED));

    var all = new Audit.Filter(null, null, null, null, null, null);
    var first = audit.page(all, Long.MAX_VALUE, 4);
    var second = audit.page(all, first.getLast().id(), 4);

    assertThat(first).hasSize(4);
    assertThat(second).hasSize(2);
    assertThat(first.getFirst().who()).isEqualTo("ben");
    assertThat(first.getFirst().after()).isEqualTo("{\"force\": true}");
    assertThat(first.getFirst().before()).isNull();
    assertThat(found(audit, new Audit.Filter("ben", null, null, null, null, null))).isEqualTo(1);
    assertThat(found(audit, new Audit.Filter(null, "guest", null, null, null, null))).isEqualTo(6);
    assertThat(found(audit, new Audit.Filter(null, "gues", null, null, null, null))).isZero();
    assertThat(found(audit, new Audit.Filter(null, null, "guest/1", null, null, null)))
        .isEqualTo(2);
    assertThat(found(audit, new Audit.Filter(null, null, null, Outcome.REFUSED, null, null)))
        .isEqualTo(1);
    assertThat(found(audit, new Audit.Filter(null, null, null, null, NOW, NOW.plusSeconds(1))))
        .isEqualTo(6);
    assertThat(found(audit, new Audit.Filter(null, null, null, null, null, NOW))).isZero();
  }

  private static int found(PgAudit audit, Audit.Filter filter) {
    var count = new ArrayList<AuditEntry>();
    audit.each(filter, count::add);
    return count.size();
  }

  @Test
  void theAuditIsWrittenOnce() {
    var audit = new PgAudit(database);
    audit.write(entry("ana", "guest.start", "guest/1", Outcome.DONE));

    for (var sql : List.of("UPDATE audit SET who = 'ben'", "DELETE FROM audit", "TRUNCATE audit")) {
      assertThatThrownBy(() -> database.client().execute().dml(sql))
          .isInstanceOf(DbClientException.class)
          .rootCause()
          .hasMessageContaining("written once");
    }
  }

  private static AuditEntry entry(String who, String action, String target, Outcome outcome) {
    return new AuditEntry(
        0,
        NOW,
        who,
        Actor.Via.SESSION,
        "192.0.2.7",
        action,
        target,
        null,
        "{\"force\": true}",
        "req-1",
        outcome,
        "");
  }

  @Test
  void whoOrdersAGuestOwnsItUntilItIsDeleted() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var owners = new PgOwners(database, CLOCK);
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var template = operations.add(making(ana, 1042)).operation();

    assertThat(owners.of(new VmId(1042)).map(Owner::person)).contains(ana.id());
    assertThat(owners.of(new VmId(1042)).map(Owner::team)).contains(new TeamName("net"));

    end(operations, template);
    var start = operations.add(wish(ana, 1042, new Order.Power(PowerAction.START, 0, false)));
    end(operations, start.operation());
    assertThat(owners.of(new VmId(1042))).isPresent();

    var delete = operations.add(wish(ana, 1042, new Order.Delete(false)));
    end(operations, delete.operation());
    assertThat(owners.of(new VmId(1042))).isEmpty();
  }

  @Test
  void whoRepeatsAnOrderForSomebodyDoesNotGetTheirGuest() {
    people.addTeam(new TeamName("net"));
    var ana = add("ana", Grant.everywhere(Role.USER));
    var ben = add("ben", Grant.everywhere(Role.OPERATOR));
    var operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    var first = operations.add(making(ana, 1042)).operation();
    operations.cancel(first.id());
    var wish = making(ben, 1042);

    operations.add(
        new Wish(
            wish.order(),
            wish.guestKind(),
            wish.node(),
            wish.vmid(),
            wish.secrets(),
            wish.by(),
            wish.team(),
            new Wish.Retry(first.id(), List.of(), List.of())));

    assertThat(new PgOwners(database, CLOCK).of(new VmId(1042)).map(Owner::person))
        .contains(ana.id());
  }

  @Test
  void aGuestIsHandedOver() {
    var ana = add("ana");
    var owners = new PgOwners(database, CLOCK);

    var given = owners.give(new VmId(100), ana.name(), null, GuestSize.UNKNOWN, "root");

    assertThat(owners.all()).containsExactly(given);
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() ->
            owners.give(new VmId(100), new PersonName("nobody"), null, GuestSize.UNKNOWN, "root"));
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() ->
            owners.give(
                new VmId(100), ana.name(), new TeamName("none"), GuestSize.UNKNOWN, "root"));
  }

  private static void end(PgOperations operations, Operation operation) {
    var running = operations.claim(operation.id(), 1).orElseThrow();
    operations.record(running.succeeded(NOW));
  }

  private static Wish making(Person by, int vmid) {
    var order = wish(by, vmid, OwnedOrders.container());
    return new Wish(
        order.order(),
        GuestKind.LXC,
        order.node(),
        order.vmid(),
        order.secrets(),
        order.by(),
        new TeamName("net"),
        null);
  }

  private static Wish wish(Person by, int vmid, Order order) {
    return new Wish(
        order,
        GuestKind.LXC,
        new NodeName("pve1"),
        new VmidChoice.Given(new VmId(vmid)),
        GuestSecrets.NONE,
        new Requester(by.actor(Actor.Via.SESSION), null, List.of()));
  }
}
