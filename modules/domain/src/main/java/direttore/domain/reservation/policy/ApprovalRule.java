package direttore.domain.reservation.policy;

import direttore.domain.Refusal;
import direttore.domain.Refusal.Violation;
import direttore.domain.reservation.ReservedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of reservations somebody has to approve; null says nothing.
 *
 * @param wholeNode whether that of a node as a whole
 * @param longerThanHours what lasts longer
 * @param moreCoresThan what has more cores of nodes in all
 * @param tags what has a resource with any of these
 * @param withinHours how long it waits for that, its start at the latest
 */
public record ApprovalRule(
    boolean wholeNode,
    @Nullable Integer longerThanHours,
    @Nullable Integer moreCoresThan,
    SortedSet<String> tags,
    @Nullable Integer withinHours) {
  public static final int MOST_HOURS = 8784;
  public static final int MOST_CORES = 100_000;
  public static final ApprovalRule NEVER =
      new ApprovalRule(false, null, null, new TreeSet<>(), null);

  public ApprovalRule {
    var wrong = new ArrayList<Violation>();
    within(wrong, "longer_than_hours", longerThanHours, MOST_HOURS);
    within(wrong, "more_cores_than", moreCoresThan, MOST_CORES);
    within(wrong, "within_hours", withinHours, MOST_HOURS);
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid(wrong);
    }
    ReservedText.tags("tags", tags);
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  static void within(ArrayList<Violation> wrong, String field, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      wrong.add(new Violation(field, "must be 1 to %d".formatted(most)));
    }
  }
}
