package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.Secret;
import direttore.domain.access.TeamName;
import direttore.domain.node.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PgPeopleTest extends PgAccessFixture {
  private boolean disable(String name) {
    try {
      people.change(new PersonName(name), PersonChange.disabled(true));
      return true;
    } catch (Refusal.WrongState e) {
      return false;
    }
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
  void nobodyIsCalledAsEverybodyIsWhereNobodySignsIn() {
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> add("anonymous"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("name"));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() ->
            people.addVouched(
                new PersonName("anonymous"),
                "A. Nonymous",
                "https://uni.example",
                "1",
                Set.of(),
                NOW));
    assertThat(people.none()).isTrue();
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
}
