package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Grant;
import direttore.domain.access.GroupRoles;
import direttore.domain.access.People.Identity;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderRules;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.TeamName;
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
  private static final ProviderRules RULES =
      rules("students=user", "staff=operator", "admins=admin", "reds=user@team:red");
  private Database database;
  private PgPeople people;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    people = people(CLOCK, RULES);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static ProviderRules rules(String... rules) {
    return new ProviderRules(ISSUER, GroupRoles.parse(List.of(rules)));
  }

  private PgPeople people(Clock clock, ProviderRules rules) {
    return new PgPeople(database, clock, UUID::randomUUID, rules);
  }

  private Person ben(String... groups) {
    return people.addVouched(BEN, "Ben Blue", ISSUER, "1", Set.of(groups), UNTIL);
  }

  @Test
  void theyAreFoundByTheirServersSubjectAlone() {
    var ben = ben("students");

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
    var ben = ben("students");
    var here = new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve1")));

    people.change(BEN, PersonChange.grants(List.of(here, USER)));
    var later = people.vouch(ben.id(), null, Set.of("staff"), UNTIL);

    assertThat(later.given()).containsExactlyInAnyOrder(here, USER);
    assertThat(later.provided()).containsExactly(OPERATOR);
    assertThat(later.grants()).containsExactlyInAnyOrder(here, USER, OPERATOR);
    assertThat(people.change(BEN, PersonChange.grants(List.of())).grants())
        .containsExactly(OPERATOR);
    assertThat(people.vouch(ben.id(), null, Set.of(), UNTIL).grants()).isEmpty();
  }

  @Test
  void aNameOfSomebodyElseIsNotTaken() {
    people.add(BEN, "Another Ben", List.of(USER), Set.of());

    assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> ben("admins"));
    assertThat(people.find(BEN).orElseThrow().grants()).containsExactly(USER);
    assertThat(people.find(ISSUER, "1")).isEmpty();
  }

  @Test
  void somebodyFromHereCanBeConnectedOnce() {
    var local = people.add(BEN, "Ben", List.of(USER), Set.of());
    people.add(new PersonName("eve"), "Eve", List.of(USER), Set.of());

    var connected = people.connect(BEN, new Identity(ISSUER, "1"));

    assertThat(connected.oidc()).isTrue();
    assertThat(people.find(ISSUER, "1").orElseThrow().id()).isEqualTo(local.id());
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.connect(new PersonName("eve"), new Identity(ISSUER, "1")));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> people.connect(new PersonName("nobody"), new Identity(ISSUER, "2")));
  }

  @Test
  void rolesFollowTheSettingsAtOnceWithoutAnotherSignIn() {
    ben("students", "staff");

    assertThat(rolesBy(rules("students=viewer"))).containsExactly(Grant.everywhere(Role.VIEWER));
    assertThat(rolesBy(rules("others=admin"))).isEmpty();
    assertThat(rolesBy(ProviderRules.NONE)).isEmpty();
    assertThat(rolesBy(new ProviderRules("https://new.example", RULES.roles()))).isEmpty();
    assertThat(rolesBy(RULES)).containsExactlyInAnyOrder(USER, OPERATOR);
  }

  private List<Grant> rolesBy(ProviderRules rules) {
    var now = people(CLOCK, rules);
    assertThat(now.all()).containsExactly(now.find(BEN).orElseThrow());
    return now.find(BEN).orElseThrow().grants();
  }

  @Test
  void groupsMakeMembersOfTeamsAndTakeThatBack() {
    var red = new TeamName("red");
    var ben = ben("reds");

    assertThat(ben.teams()).as("of a team that there is not").isEmpty();
    people.addTeam(red);
    assertThat(people.find(BEN).orElseThrow().teams()).containsExactly(red);
    assertThat(people.teams().getFirst().members()).containsExactly(BEN);
    assertThat(people.find(BEN).orElseThrow().givenTeams()).isEmpty();
    assertThat(people.vouch(ben.id(), null, Set.of("students"), UNTIL).teams()).isEmpty();
    assertThat(people.teams().getFirst().members()).isEmpty();
    people.removeTeam(red);
  }

  @Test
  void groupsMakeNoLastAdministrator() {
    var admin = new PersonName("admin");
    people.add(admin, "Admin", List.of(ADMIN), Set.of());
    ben("admins");

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.change(admin, PersonChange.disabled(true)));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> people.change(admin, PersonChange.grants(List.of())));
    assertThat(people.change(BEN, PersonChange.disabled(true)).disabled()).isTrue();
  }

  @Test
  void whoIsNoAdministratorCanBeDisabledWhereAllAreSoByGroups() {
    ben("admins");

    assertThat(people.change(BEN, PersonChange.disabled(true)).disabled()).isTrue();
  }

  @Test
  void whoIsDisconnectedIsNoLongerKnownThere() {
    ben("students");

    assertThat(people.identity(BEN)).contains(new Identity(ISSUER, "1"));
    assertThat(people.disconnect(BEN).grants()).isEmpty();
    assertThat(people.find(ISSUER, "1")).isEmpty();
    assertThat(people.identity(BEN)).isEmpty();
  }

  @Test
  void anIssuerThatMovedKeepsItsPeople() {
    var ben = ben("students");

    assertThat(people.move("https://other.example", "https://new.example")).isZero();
    assertThat(people.move(ISSUER, "https://new.example")).isEqualTo(1);
    assertThat(people.find("https://new.example", "1").orElseThrow().id()).isEqualTo(ben.id());
  }

  @Test
  void theirNameForPeopleIsRenewed() {
    var ben = ben("students");

    assertThat(people.vouch(ben.id(), "Ben Bluemont", Set.of(), UNTIL).display())
        .isEqualTo("Ben Bluemont");
    assertThat(people.vouch(ben.id(), null, Set.of(), UNTIL).display()).isEqualTo("Ben Bluemont");
  }

  @Test
  void whatTheGroupsGaveCountsForATimeOnly() {
    people.add(new PersonName("admin"), "Admin", List.of(ADMIN), Set.of());
    var ben = ben("staff");
    people.change(BEN, PersonChange.grants(List.of(USER)));
    var later = people(Clock.offset(CLOCK, Duration.ofSeconds(60)), RULES);

    assertThat(people.find(BEN).orElseThrow().grants()).containsExactlyInAnyOrder(USER, OPERATOR);
    assertThat(later.find(BEN).orElseThrow().grants()).containsExactly(USER);
    assertThat(later.all()).anyMatch(p -> p.name().equals(BEN) && p.provided().isEmpty());
    assertThat(later.vouch(ben.id(), null, Set.of("staff"), UNTIL.plusSeconds(60)).grants())
        .contains(OPERATOR);
  }

  @Test
  void twoWindowsOfOnePersonAtOnceAreBothRenewed() throws Exception {
    var ben = ben("students");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Person> renew = () -> people.vouch(ben.id(), null, Set.of("staff"), UNTIL);
      var found = threads.invokeAll(Collections.nCopies(8, renew));

      for (var each : found) {
        assertThat(each.get().provided()).containsExactly(OPERATOR);
      }
    }
  }

  @Test
  void twoWindowsAtOnceMakeOnePerson() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var found =
          threads.invokeAll(
              List.<Callable<Person>>of(() -> ben("students"), () -> ben("students")));

      assertThat(found.get(0).get()).isEqualTo(found.get(1).get());
    }
    assertThat(people.all()).hasSize(1);
  }
}
