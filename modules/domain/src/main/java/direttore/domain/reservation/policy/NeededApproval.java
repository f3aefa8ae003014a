package direttore.domain.reservation.policy;

import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why somebody has to approve what was decided. */
public final class NeededApproval {
  private NeededApproval() {}

  /**
   * In words, one reason each; none where nobody has to.
   *
   * @param resources those that are claimed, by their id
   */
  public static List<String> reasons(
      ApprovalRule rule,
      Window window,
      Collection<Claim> claims,
      Map<Integer, Resource> resources) {
    var reasons = new ArrayList<String>();
    if (rule.wholeNode()) {
      claims.stream()
          .filter(NeededApproval::wholeNode)
          .map(claim -> "the whole of " + claim.resource())
          .distinct()
          .forEach(reasons::add);
    }
    var hours = rule.longerThanHours();
    if (hours != null && window.length().compareTo(Duration.ofHours(hours)) > 0) {
      reasons.add("longer than " + Words.many(hours, "hour"));
    }
    var cores = rule.moreCoresThan();
    if (cores != null && cores(claims, resources) > cores) {
      reasons.add("more than " + Words.many(cores, "core"));
    }
    claims.stream()
        .map(claim -> resources.get(claim.resource().id()))
        .filter(Objects::nonNull)
        .distinct()
        .forEach(resource -> reasons.addAll(tagged(rule, resource)));
    return List.copyOf(reasons);
  }

  /**
   * The rule that is broken by what leaves nobody the time to approve it; none where there is time.
   *
   * @param latest when it is too late
   */
  public static List<BrokenRule> tooLate(Instant latest, ZoneId zone, Instant now) {
    if (latest.isAfter(now)) {
      return List.of();
    }
    var next = PolicyRules.nextQuarter(now);
    return List.of(
        new BrokenRule(
            RuleCode.TOO_SOON,
            "start_dt",
            "Somebody has to approve it first: it may begin on %s."
                .formatted(new Words(zone).at(next)),
            1,
            0,
            next));
  }

  private static boolean wholeNode(Claim claim) {
    return claim.whole() && claim.resource().kind() == ResourceKind.NODE;
  }

  private static long cores(Collection<Claim> claims, Map<Integer, Resource> resources) {
    return claims.stream()
        .filter(claim -> claim.resource().kind() == ResourceKind.NODE)
        .mapToLong(claim -> cores(claim, resources.get(claim.resource().id())))
        .sum();
  }

  private static long cores(Claim claim, @Nullable Resource resource) {
    if (claim.share() != null) {
      return claim.share().cores();
    }
    var all = resource == null ? null : resource.capacity().cores();
    return all == null ? 0 : all;
  }

  private static List<String> tagged(ApprovalRule rule, Resource resource) {
    return resource.tags().stream()
        .filter(tag -> rule.tags().contains(tag))
        .limit(1)
        .map(tag -> "%s, as it is tagged %s".formatted(resource.ref(), tag))
        .toList();
  }
}
