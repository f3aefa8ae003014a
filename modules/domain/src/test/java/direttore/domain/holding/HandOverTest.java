package direttore.domain.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final TeamName RED = new TeamName("red");
  private static final GuestRef REF =
      new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(1042));
  private static final Guest GUEST =
      new Guest(REF, "web-1", "running", 2, 0, 0, 0, 0, 0, List.of(), false, null, null, null);

  private static Person person(String name, boolean disabled, Set<TeamName> teams, Grant grant) {
    return new Person(
        UUID.randomUUID(),
        new PersonName(name),
        name,
        disabled,
        true,
        false,
        List.of(grant),
        List.of(),
        teams,
        Set.of(),
        false,
        NOW,
        null);
  }

  private static Person user(String name, TeamName... teams) {
    return person(name, false, Set.of(teams), Grant.everywhere(Role.USER));
  }

  private static void give(Person from, Person to, @Nullable TeamName team) {
    HandOver.require(from.actor(Actor.Via.SESSION), to, team, GUEST);
  }

  @Test
  void whoGivesAndWhoGetsAreOfTheTeam() {
    assertThatCode(() -> give(user("ana", RED), user("ben", RED), RED)).doesNotThrowAnyException();

    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> give(user("ana"), user("ben", RED), RED))
        .withMessage("You are not of team red, so you cannot give it guests.");
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> give(user("ana", RED), user("ben"), RED))
        .withMessage("ben is not a member of team red and cannot share guests with it.");
  }

  @Test
  void anOperatorGivesToAnyTeam() {
    var operator = person("olga", false, Set.of(), Grant.everywhere(Role.OPERATOR));

    assertThatCode(() -> give(operator, user("ben"), RED)).doesNotThrowAnyException();
  }

  @Test
  void nobodyGetsWhatTheyCanDoNothingWith() {
    var elsewhere =
        person(
            "ben", false, Set.of(), new Grant(Role.USER, new Scope.OnNode(new NodeName("pve2"))));
    var viewer = person("vic", false, Set.of(), Grant.everywhere(Role.VIEWER));
    var disabled = person("off", true, Set.of(), Grant.everywhere(Role.USER));

    for (var to : List.of(elsewhere, viewer, disabled)) {
      assertThatExceptionOfType(Refusal.Impossible.class)
          .isThrownBy(() -> give(user("ana"), to, null))
          .satisfies(e -> assertThat(e.field()).isEqualTo("owner"));
    }
  }

  @Test
  void anotherGuestIsNotGivenBack() {
    var former =
        new FormerHolding(
            Holding.guest(REF.vmid()), new PersonName("ana"), null, NOW, NOW, birth(1));

    assertThatCode(() -> HandOver.refuseAnother(former, detail(1))).doesNotThrowAnyException();
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> HandOver.refuseAnother(former, detail(2)))
        .withMessageContaining("is another guest than the one that ana had");
  }

  @Test
  void whatWasNeverLookedAtIsGivenBack() {
    var former =
        new FormerHolding(Holding.guest(REF.vmid()), new PersonName("ana"), null, NOW, NOW, null);

    assertThatCode(() -> HandOver.refuseAnother(former, detail(2))).doesNotThrowAnyException();
  }

  private static Map<String, Object> config(long ctime) {
    return Map.of("meta", "creation-qemu=9.2.0,ctime=" + (1_700_000_000 + ctime));
  }

  private static Birth birth(long ctime) {
    return Birth.of(config(ctime));
  }

  private static GuestDetail detail(long ctime) {
    return new GuestDetail(
        REF, config(ctime), Map.of(), List.of(), List.of(), true, false, null, false);
  }
}
