package direttore.domain.reservation.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.Held;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.Own;
import direttore.domain.reservation.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static List<Window> pauses(Window own) {
    var policy =
        new Policy(
            null, null, null, null, null, null, 60, null, true, null, null, ApprovalRule.NEVER);
    return new OfferRules(policy, List.of(new Own(own, true, Set.of(7))), NOON)
        .pauses().stream().map(Held::during).toList();
  }

  @Test
  void twoOfTheirsLieAsFarApartAsTheRuleSays() {
    assertThat(pauses(new Window(NOON, NOON.plusSeconds(3600))))
        .containsExactly(new Window(NOON.minusSeconds(3600), NOON.plusSeconds(7200)));
  }

  @Test
  void aPauseGoesNoFurtherThanAnythingIsReserved() {
    assertThat(pauses(new Window(NOON, Window.LATEST.minusSeconds(60))))
        .containsExactly(new Window(NOON.minusSeconds(3600), Window.LATEST));
  }
}
