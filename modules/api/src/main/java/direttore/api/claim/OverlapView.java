package direttore.api.claim;

import direttore.domain.access.Actor;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Left;
import direttore.domain.reservation.Window;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is in the way of a reservation, in answers.
 *
 * @param reservation null where that is not for who asks, likewise title and requester
 * @param until null where nobody knows
 */
public record OverlapView(
    ResourceName resource,
    @Nullable Long reservation,
    @Nullable String title,
    @Nullable String requester,
    OffsetDateTime from,
    @Nullable OffsetDateTime until,
    String why,
    @Nullable RemainingShare free) {
  /** How much is left of a resource; null where that is not counted. */
  public record RemainingShare(
      @Nullable Integer cores,
      @Nullable Long memory,
      @Nullable Long disk,
      @Nullable Integer vms,
      @Nullable Integer lxc,
      @Nullable Integer guests,
      @Nullable Integer addresses) {
    static @Nullable RemainingShare of(@Nullable Left left) {
      return left == null
          ? null
          : new RemainingShare(
              left.cores(),
              left.memory(),
              left.disk(),
              left.vms(),
              left.lxc(),
              left.guests(),
              left.addresses());
    }
  }

  public static OverlapView of(Conflict conflict, Actor viewer, ZoneId zone) {
    var by = conflict.by();
    var shown = by != null && isOpen(by, viewer) ? by : null;
    var during = conflict.during();
    return new OverlapView(
        ResourceName.of(conflict.resource()),
        shown == null ? null : shown.reservation(),
        shown == null ? null : shown.title(),
        shown == null ? null : shown.requester(),
        during.from().atZone(zone).toOffsetDateTime(),
        during.to().isBefore(Window.LATEST) ? during.to().atZone(zone).toOffsetDateTime() : null,
        conflict.code(),
        LimitSight.open(conflict.resource(), viewer) ? RemainingShare.of(conflict.free()) : null);
  }

  /** Whether somebody may read what the reservation in the way is about. */
  public static boolean isOpen(Conflict.By by, Actor viewer) {
    return !by.hidden() || isOf(by, viewer) || viewer.operatesSomewhere();
  }

  /** Whether it is theirs or their team's. */
  public static boolean isOf(Conflict.By by, Actor viewer) {
    var team = by.team();
    return (by.person() != null && by.person().equals(viewer.id()))
        || (team != null && viewer.teams().contains(team));
  }
}
