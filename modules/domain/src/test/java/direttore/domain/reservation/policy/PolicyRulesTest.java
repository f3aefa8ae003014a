package direttore.domain.reservation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:20Z");
  private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int SWITCH = 7;

  @Test
  void whatIsTooLongMayLastAsLongAsTheRuleSays() {
    var broken = only(broken(longest(120), window(0, 121)));

    assertThat(broken.code()).isEqualTo(RuleCode.TOO_LONG);
    assertThat(broken.field()).isEqualTo("end_dt");
    assertThat(broken.limit()).isEqualTo(120);
    assertThat(broken.value()).isEqualTo(121);
    assertThat(broken.passes()).isEqualTo(NINE.plusSeconds(7200));
    assertThat(broken.sentence())
        .isEqualTo("It may last 2 hours at most: until 1 March 2027, 12:00.");
    assertThat(broken(longest(120), window(0, 120))).isEmpty();
  }

  @Test
  void whatWasTooLongBeforeTheRuleMayBeMovedAndShortened() {
    assertThat(changed(longest(60), window(120, 180), window(240, 180))).isEmpty();
    assertThat(changed(longest(60), window(120, 180), window(120, 90))).isEmpty();
    assertThat(changed(longest(60), window(120, 180), window(120, 181))).hasSize(1);
  }

  @Test
  void whatIsTooShortIsRefusedUnlessItIsUnderWay() {
    var policy =
        new Policy(null, 30, null, null, null, null, null, null, true, null, null, never());

    assertThat(only(broken(policy, window(0, 29))).code()).isEqualTo(RuleCode.TOO_SHORT);
    assertThat(only(broken(policy, window(0, 29))).passes()).isEqualTo(NINE.plusSeconds(1800));
    assertThat(broken(policy, window(0, 30))).isEmpty();
    assertThat(changed(policy, window(-70, 120), window(-70, 20))).isEmpty();
  }

  @Test
  void whatIsExtendedUnderWayHasALimitOfItsOwn() {
    var policy = new Policy(60, null, null, null, null, null, null, 120, true, null, null, never());
    var running = window(-70, 60);

    assertThat(changed(policy, running, window(-70, 120))).isEmpty();
    var broken = only(changed(policy, running, window(-70, 121)));
    assertThat(broken.code()).isEqualTo(RuleCode.EXTEND);
    assertThat(broken.passes()).isEqualTo(NINE.plusSeconds(50 * 60));
    var full = only(changed(policy, window(-70, 120), window(-70, 121)));
    assertThat(full.passes()).isNull();
    assertThat(changed(Policy.FREE, running, window(-70, 9000))).isEmpty();
    assertThat(only(changed(longest(60), running, window(-70, 61))).code())
        .isEqualTo(RuleCode.EXTEND);
  }

  @Test
  void whatBeginsTooFarOffOrTooSoonMayBeginAtTheTimeThatIsTold() {
    var policy = new Policy(null, null, 2, 90, null, null, null, null, true, null, null, never());

    var far = only(broken(policy, window(3 * 1440, 60)));
    assertThat(far.code()).isEqualTo(RuleCode.TOO_FAR);
    assertThat(far.value()).isEqualTo(4);
    assertThat(passing(policy, far, 60)).isEmpty();
    var soon = only(broken(policy, window(0, 60)));
    assertThat(soon.code()).isEqualTo(RuleCode.TOO_SOON);
    assertThat(soon.passes()).isEqualTo(Instant.parse("2027-03-01T09:45:00Z"));
    assertThat(passing(policy, soon, 60)).isEmpty();
    assertThat(changed(policy, window(0, 60), window(0, 90))).isEmpty();
    assertThat(changed(policy, window(5 * 1440, 60), window(4 * 1440, 60))).isEmpty();
  }

  @Test
  void openOnesAreCountedForWhatBecomesTheirs() {
    var policy = new Policy(null, null, null, null, 1, null, null, null, true, null, null, never());
    var other = new Own(window(600, 60), true, Set.of());
    var over = new Own(window(-600, 60), false, Set.of());

    assertThat(PolicyRules.broken(policy, asked(window(0, 60), null), List.of(over))).isEmpty();
    var broken = only(PolicyRules.broken(policy, asked(window(0, 60), null), List.of(other)));
    assertThat(broken.code()).isEqualTo(RuleCode.TOO_MANY_OPEN);
    assertThat(broken.field()).isNull();
    assertThat(broken.value()).isEqualTo(2);
    var moved = asked(window(0, 60), window(60, 60));
    assertThat(PolicyRules.broken(policy, moved, List.of(other))).isEmpty();
  }

  @Test
  void hoursAheadAreThoseThatAreLeft() {
    var policy = new Policy(null, null, null, null, null, 3, null, null, true, null, null, never());
    // Of two hours, one and twenty seconds are over.
    var running = new Own(window(-120, 120), true, Set.of());

    assertThat(PolicyRules.broken(policy, asked(window(0, 120), null), List.of(running))).isEmpty();
    var broken = only(PolicyRules.broken(policy, asked(window(0, 181), null), List.of(running)));
    assertThat(broken.code()).isEqualTo(RuleCode.TOO_MANY_HOURS);
    assertThat(broken.passes()).isEqualTo(NINE.plusSeconds(2 * 3600 + 20));
    assertThat(broken.value()).isEqualTo(5);
    var none = new Own(window(600, 180), true, Set.of());
    assertThat(
            only(PolicyRules.broken(policy, asked(window(0, 1), null), List.of(none))).sentence())
        .isEqualTo("You may have 3 hours ahead in all; none is left.");
  }

  @Test
  void betweenTwoOfOnesOwnOnAResourceThereIsAPause() {
    var policy =
        new Policy(null, null, null, null, null, null, 60, null, true, null, null, never());
    var before = new Own(window(-59, 60), false, Set.of(SWITCH));
    var after = new Own(window(120, 30), true, Set.of(SWITCH));
    var elsewhere = new Own(window(0, 600), true, Set.of(SWITCH + 1));
    var all = List.of(before, after, elsewhere);

    var broken = only(PolicyRules.broken(policy, asked(window(30, 60), null), all));
    assertThat(broken.code()).isEqualTo(RuleCode.PAUSE);
    assertThat(broken.passes()).isEqualTo(NINE.plusSeconds(210 * 60));
    var there = asked(Window.of(NINE.plusSeconds(210 * 60), Duration.ofHours(1)), null);
    assertThat(PolicyRules.broken(policy, there, all)).isEmpty();
  }

  @Test
  void whatMayNotRepeatIsBookedOnce() {
    var policy =
        new Policy(null, null, null, null, null, null, null, null, false, null, null, never());

    assertThat(broken(policy, window(0, 60))).isEmpty();
    var series = new Asked(window(0, 60), null, true, true, true, Set.of(), ROME, NOW);
    assertThat(only(PolicyRules.broken(policy, series, List.of())).code().wire())
        .isEqualTo("recurring");
  }

  @Test
  void rulesThatCannotBothHoldAreNoRules() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(
            () -> new Policy(60, 61, null, null, null, null, null, 59, true, null, null, never()))
        .satisfies(e ->
            assertThat(e.violations())
                .extracting(Refusal.Violation::field)
                .containsExactly("shortest_minutes", "extended_minutes"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() ->
            new Policy(0, null, null, null, null, null, null, null, true, null, null, never()));
  }

  @Test
  void whatIsFreeNeedsNoApproval() {
    assertThat(ApprovalRule.NEVER).isEqualTo(Policy.FREE.approval());
  }

  private static ApprovalRule never() {
    return ApprovalRule.NEVER;
  }

  private static Policy longest(int minutes) {
    return new Policy(minutes, null, null, null, null, null, null, null, true, null, null, never());
  }

  /** So many minutes after nine, for so many. */
  private static Window window(int from, int length) {
    return Window.of(NINE.plusSeconds(from * 60L), Duration.ofMinutes(length));
  }

  private static Asked asked(Window window, @Nullable Window before) {
    return new Asked(window, before, before == null, true, false, Set.of(SWITCH), ROME, NOW);
  }

  private static List<BrokenRule> broken(Policy policy, Window window) {
    return PolicyRules.broken(policy, asked(window, null), List.of());
  }

  private static List<BrokenRule> changed(Policy policy, Window before, Window after) {
    return PolicyRules.broken(policy, asked(after, before), List.of());
  }

  private static List<BrokenRule> passing(Policy policy, BrokenRule rule, int minutes) {
    var start = Objects.requireNonNull(rule.passes());
    return broken(policy, Window.of(start, Duration.ofMinutes(minutes)));
  }

  private static BrokenRule only(List<BrokenRule> broken) {
    assertThat(broken).hasSize(1);
    return broken.getFirst();
  }
}
