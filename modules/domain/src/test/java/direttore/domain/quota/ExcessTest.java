package direttore.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSize;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExcessTest {
  private static final long GIB = 1L << 30;
  private static final Holder ANA = new Holder.OfPerson(new PersonName("ana"));
  private static final Holder RED = new Holder.OfTeam(new TeamName("red"));
  private static final GuestSize GUEST = new GuestSize(4, 8192, 20 * GIB);

  private static Standing standing(Holder holder, Quota quota, Use use) {
    return new Standing(holder, quota, true, use, Use.NOTHING);
  }

  private static Actor actor(String name, Role role, String... teams) {
    return new Actor(
        new UUID(0, 1),
        name,
        name,
        List.of(Grant.everywhere(role)),
        Arrays.stream(teams).map(TeamName::new).collect(Collectors.toSet()),
        Actor.Via.SESSION);
  }

  private static Refusal.OverQuota refusal(List<Excess> all, Actor asker) {
    return Excess.refusal(all, asker, e -> e.dimension().field(GuestKind.LXC));
  }

  @Test
  void whatJustFitsIsNoExcess() {
    var use = new Use(2, 4, 8192, 80 * GIB);

    assertThat(standing(ANA, new Quota(3L, 8L, 16_384L, 100 * GIB), use).excess(GUEST)).isEmpty();
    assertThat(standing(ANA, Quota.UNBOUNDED, use).excess(GUEST)).isEmpty();
    assertThat(standing(ANA, new Quota(2L, 7L, 16_383L, 100 * GIB - 1), use).excess(GUEST))
        .extracting(Excess::dimension)
        .containsExactly(Dimension.values());
  }

  @Test
  void whatANewGuestDoesNotNeedIsNoExcess() {
    var over = new Use(0, 9, 0, 0);

    assertThat(standing(ANA, new Quota(null, 8L, null, null), over).excess(GuestSize.UNKNOWN))
        .isEmpty();
  }

  @Test
  void everyDimensionIsNamedInOneSentence() {
    var all = standing(ANA, new Quota(1L, 1L, 1024L, GIB), new Use(1, 1, 512, GIB)).excess(GUEST);

    var ana = actor("ana", Role.USER);
    assertThat(refusal(all, ana))
        .hasMessage(
            "Your quota is 1 guest, 1 core, 1 GiB of memory and 1 GiB of disk: you use 1, 1, 512"
                + " MiB and 1 GiB, and this guest needs 1, 4, 8 GiB and 20 GiB.");
    assertThat(refusal(all, ana).faults())
        .extracting(Refusal.Violation::field)
        .containsExactly("cores", "memory", "disk_size");
  }

  @Test
  void othersAreNamedAndBothHoldersHaveASentence() {
    var one = new Excess(ANA, Dimension.CORES, 4, 6, 0, 8);
    var two = new Excess(RED, Dimension.CORES, 4, 7, 0, 9);

    var refusal = refusal(List.of(one, two), actor("ben", Role.ADMIN));

    assertThat(refusal)
        .hasMessage(
            "ana's quota is 8 cores: they use 6, and this guest needs 4."
                + " Team red's quota is 9 cores: it uses 7, and this guest needs 4.");
    assertThat(refusal.faults()).hasSize(1);
    assertThat(refusal.faults().getFirst().rule()).isEqualTo(refusal.getMessage());
  }

  @Test
  void whatOthersHaveIsToldToWhoManagesPeopleAndATeamsToItsMembers() {
    var one = new Excess(ANA, Dimension.CORES, 4, 6, 0, 8);
    var more = new Excess(ANA, Dimension.MEMORY, 4, 6, 0, 8);
    var two = new Excess(RED, Dimension.CORES, 4, 7, 0, 9);
    var all = List.of(one, more, two);

    assertThat(refusal(all, actor("ben", Role.OPERATOR)))
        .hasMessage(
            "ana has no quota left for this guest. Team red has no quota left for this guest.");
    assertThat(refusal(all, actor("ben", Role.USER, "red")))
        .hasMessage(
            "ana has no quota left for this guest."
                + " Team red's quota is 9 cores: it uses 7, and this guest needs 4.");
    assertThat(
            Excess.refusal(List.of(one, more), actor("ben", Role.USER), e -> "owner")
                .faults()
                .getFirst()
                .rule())
        .isEqualTo("ana has no quota left for this guest.");
  }

  @Test
  void boundsHaveARange() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new Quota(-1L, 1_000_001L, null, null))
        .satisfies(e ->
            assertThat(e.violations())
                .extracting(Refusal.Violation::field)
                .containsExactly("guests", "cores"));
  }
}
