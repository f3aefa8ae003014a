package direttore.domain.reservation.policy;

import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules of a policy something that is asked for breaks. A change is held against what it
 * changes alone: what was booked under older rules stays as it is.
 */
public final class PolicyRules {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final Policy policy;
  private final Asked asked;
  private final Window window;
  private final List<Own> others;
  private final PolicyBounds bounds;
  private final Words words;
  private final List<BrokenRule> broken = new ArrayList<>();

  private PolicyRules(Policy policy, Asked asked, Collection<Own> others) {
    this.policy = policy;
    this.asked = asked;
    this.window = asked.window();
    this.others = List.copyOf(others);
    this.bounds = new PolicyBounds(policy, this.others, asked.now());
    this.words = new Words(asked.zone());
  }

  /**
   * None where all is well.
   *
   * @param others what else whoever is to have it has
   */
  public static List<BrokenRule> broken(Policy policy, Asked asked, Collection<Own> others) {
    return new PolicyRules(policy, asked, others).broken();
  }

  private List<BrokenRule> broken() {
    if (asked.extended()) {
      extension();
    } else {
      longest();
    }
    shortest();
    horizon();
    notice();
    recurring();
    open();
    hours();
    pause();
    return List.copyOf(broken);
  }

  private void breaks(
      RuleCode code,
      @Nullable String field,
      long limit,
      long value,
      @Nullable Instant passes,
      String sentence) {
    broken.add(new BrokenRule(code, field, sentence, limit, value, passes));
  }

  private void extension() {
    var most =
        policy.extendedMinutes() == null ? policy.longestMinutes() : policy.extendedMinutes();
    if (most == null || minutes(window) <= most) {
      return;
    }
    var end = window.from().plus(Duration.ofMinutes(most));
    var later = asked.before() != null && end.isAfter(asked.before().to());
    breaks(
        RuleCode.EXTEND,
        "end_dt",
        most,
        minutes(window),
        later ? end : null,
        later
            ? "It may be extended to %s in all, until %s."
                .formatted(words.length(most), words.at(end))
            : "It may be extended to %s in all, and lasts that long."
                .formatted(words.length(most)));
  }

  private void longest() {
    var most = policy.longestMinutes();
    var before = asked.before();
    if (most == null
        || minutes(window) <= most
        || (before != null && minutes(window) <= minutes(before))) {
      return;
    }
    var end = window.from().plus(Duration.ofMinutes(most));
    breaks(
        RuleCode.TOO_LONG,
        "end_dt",
        most,
        minutes(window),
        end,
        "It may last %s at most: until %s.".formatted(words.length(most), words.at(end)));
  }

  private void shortest() {
    var least = policy.shortestMinutes();
    var before = asked.before();
    var shorter = before == null || window.length().compareTo(before.length()) < 0;
    // What is under way may end at any time, as it may be given back.
    if (least == null || asked.begun() || !shorter || lasts(least)) {
      return;
    }
    var end = window.from().plus(Duration.ofMinutes(least));
    breaks(
        RuleCode.TOO_SHORT,
        "end_dt",
        least,
        window.length().toMinutes(),
        end,
        "It must last %s at least: until %s.".formatted(words.length(least), words.at(end)));
  }

  private boolean lasts(int least) {
    return window.length().compareTo(Duration.ofMinutes(least)) >= 0;
  }

  private void horizon() {
    var most = policy.horizonDays();
    var before = asked.before();
    if (most == null || (before != null && !window.from().isAfter(before.from()))) {
      return;
    }
    var latest = bounds.latest();
    if (window.from().isAfter(latest)) {
      breaks(
          RuleCode.TOO_FAR,
          "start_dt",
          most,
          Math.ceilDiv(Duration.between(asked.now(), window.from()).toSeconds(), 86_400),
          latest,
          "It may begin %s ahead at most: on %s."
              .formatted(Words.many(most, "day"), words.at(latest)));
    }
  }

  private void notice() {
    var least = policy.noticeMinutes();
    var before = asked.before();
    if (least == null || (before != null && window.from().equals(before.from()))) {
      return;
    }
    var earliest = bounds.earliest();
    if (window.from().isBefore(earliest)) {
      var next = nextQuarter(earliest);
      breaks(
          RuleCode.TOO_SOON,
          "start_dt",
          least,
          Math.max(0, Duration.between(asked.now(), window.from()).toMinutes()),
          next,
          "It must be booked %s before its start: it may begin on %s."
              .formatted(words.length(least), words.at(next)));
    }
  }

  /** A time that still passes when whoever reads of it has asked for it. */
  static Instant nextQuarter(Instant earliest) {
    var seconds = QUARTER.toSeconds();
    return Instant.ofEpochSecond((earliest.getEpochSecond() / seconds + 1) * seconds);
  }

  private void recurring() {
    if (asked.recurring() && !policy.recurring()) {
      breaks(RuleCode.RECURRING, "recurrence", 0, 1, null, "It may not repeat; book it once.");
    }
  }

  private void open() {
    var most = policy.openMost();
    var open = others.stream().filter(Own::open).count() + 1;
    if (most == null || !asked.theirs() || open <= most) {
      return;
    }
    breaks(
        RuleCode.TOO_MANY_OPEN,
        asked.recurring() ? "recurrence.rule" : null,
        most,
        open,
        null,
        "You may have %s to come or under way at once.".formatted(Words.many(most, "reservation")));
  }

  private void hours() {
    var most = policy.hoursMost();
    var own = ahead(window);
    var before = asked.before();
    var grows = asked.theirs() || before == null || own.compareTo(ahead(before)) > 0;
    if (most == null || !grows) {
      return;
    }
    var taken =
        others.stream()
            .filter(Own::open)
            .map(other -> ahead(other.window()))
            .reduce(Duration.ZERO, Duration::plus);
    var left = Duration.ofHours(most).minus(taken);
    if (own.compareTo(left) <= 0) {
      return;
    }
    var end = latest(window.from(), asked.now()).truncatedTo(ChronoUnit.SECONDS).plus(left);
    var some = left.compareTo(Duration.ofMinutes(1)) >= 0;
    breaks(
        RuleCode.TOO_MANY_HOURS,
        "end_dt",
        most,
        Math.ceilDiv(taken.plus(own).toSeconds(), 3600),
        some ? end : null,
        "You may have %s ahead in all; %s %s left%s."
            .formatted(
                Words.many(most, "hour"),
                some ? words.length(left.toMinutes()) : "none",
                some ? "are" : "is",
                some ? ": until " + words.at(end) : ""));
  }

  private Duration ahead(Window other) {
    var from = latest(other.from(), asked.now());
    return other.to().isAfter(from) ? Duration.between(from, other.to()) : Duration.ZERO;
  }

  private void pause() {
    var least = policy.pauseMinutes();
    if (least == null || !asked.moved()) {
      return;
    }
    var pause = Duration.ofMinutes(least);
    var near = tooNear(window, pause);
    if (near == null) {
      return;
    }
    var value = Math.max(0, gap(near.window(), window).toMinutes());
    if (asked.begun()) {
      var end = near.window().from().minus(pause);
      var fits = end.isAfter(latest(window.from(), asked.now()));
      breaks(
          RuleCode.PAUSE,
          "end_dt",
          least,
          value,
          fits ? end : null,
          "Between two of yours on the same resource there must be %s%s."
              .formatted(words.length(least), fits ? ": until " + words.at(end) : ""));
      return;
    }
    var start = free(pause);
    breaks(
        RuleCode.PAUSE,
        "start_dt",
        least,
        value,
        start,
        "Between two of yours on the same resource there must be %s: it may begin on %s."
            .formatted(words.length(least), words.at(start)));
  }

  /** When it could begin, as long as it is, after those that are near. */
  private Instant free(Duration pause) {
    var later = window;
    for (var near = tooNear(later, pause); near != null; near = tooNear(later, pause)) {
      later = Window.of(near.window().to().plus(pause), window.length());
    }
    return later.from();
  }

  /** The one that ends last of those that are too near. */
  private @Nullable Own tooNear(Window at, Duration pause) {
    return others.stream()
        .filter(other -> shares(other.resources()))
        .filter(other -> gap(other.window(), at).compareTo(pause) < 0)
        .reduce((one, other) -> one.window().to().isBefore(other.window().to()) ? other : one)
        .orElse(null);
  }

  private boolean shares(Set<Integer> resources) {
    return resources.stream().anyMatch(asked.resources()::contains);
  }

  /** Below zero where they overlap. */
  private static Duration gap(Window one, Window other) {
    return one.from().isBefore(other.from())
        ? Duration.between(one.to(), other.from())
        : Duration.between(other.to(), one.from());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Full minutes, a begun one included. */
  private static long minutes(Window window) {
    return Math.ceilDiv(window.length().toSeconds(), 60);
  }
}
