package direttore.api.resource;

import direttore.api.claim.OverlapView;
import direttore.domain.access.Actor;
import direttore.domain.reservation.Resources;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a reservation has of a resource, in answers.
 *
 * @param from when it begins to keep others out
 * @param startDt when it starts
 * @param cores null for all, likewise memory and disk
 */
public record UseView(
    long reservation,
    String title,
    @Nullable String requester,
    OffsetDateTime from,
    OffsetDateTime until,
    OffsetDateTime startDt,
    OffsetDateTime endDt,
    boolean whole,
    @Nullable Integer cores,
    @Nullable Long memory,
    @Nullable Long disk,
    @Nullable Integer vms,
    @Nullable Integer lxc,
    String kind,
    boolean mine) {
  /** What others see instead of the title of a private one. */
  private static final String RESERVED = "Reserved";

  public static UseView of(Resources.Use use, Actor viewer, ZoneId zone) {
    var by = use.by();
    var during = use.during();
    var window = use.window();
    var share = use.share();
    var open = OverlapView.isOpen(by, viewer);
    return new UseView(
        by.reservation(),
        open ? by.title() : RESERVED,
        open ? by.requester() : null,
        during.from().atZone(zone).toOffsetDateTime(),
        during.to().atZone(zone).toOffsetDateTime(),
        window.from().atZone(zone).toOffsetDateTime(),
        window.to().atZone(zone).toOffsetDateTime(),
        share == null,
        share == null ? null : share.cores(),
        share == null ? null : share.memory(),
        share == null ? null : share.disk(),
        share == null ? null : share.vms(),
        share == null ? null : share.lxc(),
        by.kind().wire(),
        OverlapView.isOf(by, viewer));
  }
}
