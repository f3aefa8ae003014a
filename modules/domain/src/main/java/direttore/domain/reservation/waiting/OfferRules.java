package direttore.domain.reservation.waiting;

import direttore.domain.reservation.Held;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.Asked;
import direttore.domain.reservation.policy.BrokenRule;
import direttore.domain.reservation.policy.Own;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.policy.PolicyBounds;
import direttore.domain.reservation.policy.PolicyRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules let somebody be offered who waits: no more than they let them book.
 *
 * @param own what else they have
 */
public record OfferRules(Policy policy, List<Own> own, Instant now) {
  public OfferRules {
    own = List.copyOf(own);
  }

  /** Those of somebody who goes by none. */
  public static OfferRules none(Instant now) {
    return new OfferRules(Policy.FREE, List.of(), now);
  }

  /** The rules that all would break that could be offered, by what a wish says. */
  public List<BrokenRule> broken(Wish wish) {
    var latest = wish.between().to().minus(wish.length());
    var start = earlier(soonest(wish), latest);
    var asked =
        new Asked(
            Window.of(start, wish.length()), null, true, false, false, Set.of(), wish.zone(), now);
    return PolicyRules.broken(policy, asked, own).stream().map(OfferRules::ofWish).toList();
  }

  private static BrokenRule ofWish(BrokenRule rule) {
    return switch (rule.code()) {
      case TOO_LONG, TOO_SHORT, TOO_MANY_HOURS -> ofLength(rule);
      case TOO_FAR -> rule.at("from");
      case TOO_SOON -> rule.at("until");
      case EXTEND, TOO_MANY_OPEN, PAUSE, RECURRING -> rule;
    };
  }

  /** Another length would pass, and not another end. */
  private static BrokenRule ofLength(BrokenRule rule) {
    var sentence = rule.sentence();
    var end = sentence.indexOf(": ");
    return new BrokenRule(
        rule.code(),
        "minutes",
        end < 0 ? sentence : sentence.substring(0, end) + ".",
        rule.limit(),
        rule.value(),
        null);
  }

  /**
   * Between which moments it may lie; empty where nothing fits in there.
   *
   * @param end not later than that
   */
  public Optional<Window> within(Wish wish, Instant end) {
    var start = soonest(wish);
    var latest = earlier(end, bounds().latest().plus(wish.length()));
    return start.plus(wish.length()).isAfter(latest)
        ? Optional.empty()
        : Optional.of(new Window(start, latest));
  }

  private Instant soonest(Wish wish) {
    var soonest = policy.noticeMinutes() == null ? now : Offers.fullMinutes(bounds().earliest());
    return later(wish.between().from(), later(Offers.earliest(now), soonest));
  }

  /** What they leave to others between two of theirs, as if it were taken. */
  public List<Held> pauses() {
    return bounds().pauses();
  }

  private PolicyBounds bounds() {
    return new PolicyBounds(policy, own, now);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
