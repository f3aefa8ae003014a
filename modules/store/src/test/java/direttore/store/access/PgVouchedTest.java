package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import direttore.store.Database;
import direttore.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whom another server vouches for. */
class PgVouchedTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Instant UNTIL = NOW.plusSeconds(60);
  private static final String ISSUER = "https://uni.example";
  private static final PersonName BEN = new PersonName("ben");
  private static final Grant USER = Grant.everywhere(Role.USER);
  private static final Grant OPERATOR = Grant.everywhere(Role.OPERATOR);
  private static final Grant ADMIN = Grant.everywhere(Role.ADMIN);
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

  private Person ben(Grant... provided) {
    return people.addVouched(BEN, "Ben Blue", ISSUER, "1", List.of(provided), UNTIL);
  }

  @Test
  void theyAreFoundByTheirServersSubjectAlone() {
    var ben = ben(USER);

    assertThat(ben.oidc()).isTrue();
    assertThat(ben.local()).isFalse();
    assertThat(ben.given()).isEmpty();
    assertThat(ben.provided()).containsExactly(USER);
    assertThat(people.find(ISSUER, "1")).contains(ben);
    assertThat(people.find(ISSUER, "2")).isEmpty();
    assertThat(people.find("https://other.example", "1")).isEmpty();
    assertThat(people.all()).containsExactly(ben);
  }

  @Test
  void whatIsGivenHereAndWhatGroupsGiveAreKeptApart() {
    people.add(new PersonName("admin"), "Admin", List.of(ADMIN), Set.of());
    var ben = ben(USER);
    var here = new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve1")));

    people.change(BEN, PersonChange.grants(List.of(here, USER)));
    var later = people.provide(ben.id(), List.of(OPERATOR), UNTIL);

    assertThat(later.given()).containsExactlyInAnyOrder(here, USER);
    assertThat(later.provided()).containsExactly(OPERATOR);
    assertThat(later.grants()).containsExactlyInAnyOrder(here, USER, OPERATOR);
    assertThat(people.change(BEN, PersonChange.grants(List.of())).grants())
        .containsExactly(OPERATOR);
    assertThat(people.provide(ben.id(), List.of(), UNTIL).grants()).isEmpty();
  }

  @Test
  void aNameOfSomebodyElseIsNotTaken() {
    people.add(BEN, "Another Ben", List.of(USER), Set.of());

    assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> ben(ADMIN));
    assertThat(people.find(BEN).orElseThrow().grants()).containsExactly(USER);
    assertThat(people.find(ISSUER, "1")).isEmpty();
  }

  @Test
  void somebodyFromHereCanBeConnectedOnce() {
    var local = people.add(BEN, "Ben", List.of(USER), Set.of());
    people.add(new PersonName("eve"), "Eve", List.of(USER), Set.of());

    var connected = people.connect(BEN, ISSUER, "1");

    assertThat(connected.oidc()).isTrue();
    assertThat(people.find(ISSUER, "1").orElseThrow().id()).isEqualTo(local.id());
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.connect(new PersonName("eve"), ISSUER, "1"));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> people.connect(new PersonName("nobody"), ISSUER, "2"));
  }

  @Test
  void theLastAdministratorKeepsWhatTheGroupsNoLongerGive() {
    var ben = ben(ADMIN);

    assertThat(people.provide(ben.id(), List.of(USER), UNTIL).grants()).containsExactly(ADMIN);

    people.add(new PersonName("admin"), "Admin", List.of(ADMIN), Set.of());
    assertThat(people.provide(ben.id(), List.of(USER), UNTIL).grants()).containsExactly(USER);
  }

  @Test
  void whatTheGroupsGaveCountsForATimeOnly() {
    people.add(new PersonName("admin"), "Admin", List.of(ADMIN), Set.of());
    var ben = ben(OPERATOR);
    people.change(BEN, PersonChange.grants(List.of(USER)));
    var later =
        new PgPeople(database, Clock.offset(CLOCK, Duration.ofSeconds(60)), UUID::randomUUID);

    assertThat(people.find(BEN).orElseThrow().grants()).containsExactlyInAnyOrder(USER, OPERATOR);
    assertThat(later.find(BEN).orElseThrow().grants()).containsExactly(USER);
    assertThat(later.all()).anyMatch(p -> p.name().equals(BEN) && p.provided().isEmpty());
    assertThat(later.provide(ben.id(), List.of(OPERATOR), UNTIL.plusSeconds(60)).grants())
        .contains(OPERATOR);
  }

  @Test
  void twoWindowsOfOnePersonAtOnceAreBothRenewed() throws Exception {
    var ben = ben(USER);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Person> renew = () -> people.provide(ben.id(), List.of(OPERATOR), UNTIL);
      var found = threads.invokeAll(Collections.nCopies(8, renew));

      for (var each : found) {
        assertThat(each.get().provided()).containsExactly(OPERATOR);
      }
    }
  }

  @Test
  void twoWindowsAtOnceMakeOnePerson() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var found = threads.invokeAll(List.<Callable<Person>>of(() -> ben(USER), () -> ben(USER)));

      assertThat(found.get(0).get()).isEqualTo(found.get(1).get());
    }
    assertThat(people.all()).hasSize(1);
  }
}
