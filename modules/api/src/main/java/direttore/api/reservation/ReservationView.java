package direttore.api.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import direttore.api.claim.ClaimView;
import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtRisk;
import direttore.domain.reservation.Marks.Mark;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.life.PartCounts.Counts;
import direttore.domain.reservation.policy.Approval;
import direttore.domain.reservation.series.SeriesEdited;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reservation in answers, as far as whoever looks may see it.
 *
 * @param requester null where that is not for them
 * @param claims without those of how much somebody may have, which say whose it is, where that is
 *     not for them
 * @param changedBy who changed it last, or null
 * @param reason why it is in its phase, or null
 * @param checkInBy until when somebody has to check in, or else it is returned; null where nobody
 *     has to any more, or that is not for them
 * @param checkedInAt when somebody checked in, or null
 * @param unmoved why it could not be moved with its clocks, for those who may move it, or null
 * @param lateBy how many seconds after its start it began; null where it did not, or within a
 *     minute, or that is not for them
 * @param atRisk what of it is out of service, where it runs or begins soon; nothing where that is
 *     not for them
 * @param replaces the one that it is to change once it is approved, or null
 * @param approval what had to be approved, or null
 */
record ReservationView(
    long id,
    String title,
    @Nullable String requester,
    String resourceType,
    @Nullable String proxmoxNode,
    @Nullable Integer vmid,
    OffsetDateTime startDt,
    OffsetDateTime endDt,
    String status,
    String notes,
    String uid,
    String phase,
    int version,
    String timeZone,
    @Nullable String team,
    @JsonProperty("private") boolean hidden,
    String kind,
    List<ClaimView> claims,
    WindowView holds,
    @Nullable SeriesView series,
    String atStart,
    String atEnd,
    long leadMinutes,
    long graceMinutes,
    List<GuestsView> guests,
    Counts parts,
    Instant createdAt,
    Instant changedAt,
    @Nullable String changedBy,
    @Nullable String reason,
    @Nullable OffsetDateTime checkInBy,
    @Nullable OffsetDateTime checkedInAt,
    @Nullable String unmoved,
    @Nullable Long lateBy,
    List<AtRiskView> atRisk,
    @Nullable Long replaces,
    @Nullable ApprovalView approval,
    boolean mine,
    List<String> may) {
  /** What others see instead of the title of a private one. */
  static final String RESERVED = "Reserved";

  /** One with what is told of its series, or null without one. */
  static ReservationView of(
      Reservation reservation,
      Counts parts,
      Mark mark,
      Actor viewer,
      Instant now,
      @Nullable Approval approval,
      @Nullable SeriesView series) {
    var open = reservation.openTo(viewer);
    var details = reservation.details();
    var zone = reservation.times().zone();
    var claims =
        reservation.claims().stream()
            .filter(claim -> open || !claim.resource().kind().limit())
            .map(ClaimView::of)
            .toList();
    var node = Optional.ofNullable(details.where().node()).map(NodeName::value);
    return new ReservationView(
        reservation.id(),
        open ? details.title() : RESERVED,
        open ? details.party().requester() : null,
        typeWord(details.where().type()),
        node.orElseGet(() -> ClaimView.node(claims)),
        Optional.ofNullable(details.where().vmid()).map(VmId::value).orElse(null),
        Zones.at(reservation.window().from(), zone),
        Zones.at(reservation.window().to(), zone),
        reservation.status().wire(),
        open ? details.notes() : "",
        reservation.uid(),
        reservation.phase().wire(),
        reservation.version(),
        zone.getId(),
        Optional.ofNullable(details.party().team()).map(TeamName::value).orElse(null),
        details.hidden(),
        reservation.kind().wire(),
        claims,
        WindowView.of(reservation.holds(), zone),
        series,
        reservation.atStart().wire(),
        reservation.atEnd().wire(),
        reservation.margins().lead().toMinutes(),
        reservation.margins().grace().toMinutes(),
        open ? reservation.guests().stream().map(GuestsView::of).toList() : List.of(),
        open ? parts : Counts.NONE,
        reservation.created(),
        reservation.changed(),
        open ? mark.changedBy() : null,
        open ? reservation.reason() : null,
        open ? at(mark.checkInBy(), zone) : null,
        open ? at(checkedIn(reservation), zone) : null,
        ReservationRights.mayChange(viewer, reservation) ? mark.unmoved() : null,
        open ? seconds(mark.lateBy()) : null,
        open && AtRisk.near(reservation, now) ? atRisk(mark, zone) : List.of(),
        reservation.replaces(),
        open ? ApprovalView.of(approval, zone) : null,
        ReservationRights.isOf(viewer, reservation),
        ReservationActs.of(reservation, parts.failed(), viewer, now));
  }

  private static @Nullable Long seconds(@Nullable Duration length) {
    return length == null ? null : length.toSeconds();
  }

  private static List<AtRiskView> atRisk(Mark mark, ZoneId zone) {
    return mark.atRisk().stream().map(risk -> AtRiskView.of(risk, zone)).toList();
  }

  private static @Nullable Instant checkedIn(Reservation reservation) {
    var checkIn = reservation.checkIn();
    return checkIn == null ? null : checkIn.at();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment, ZoneId zone) {
    return moment == null ? null : Zones.at(moment, zone);
  }

  /** The word of the first Direttore for a kind of guest. */
  static String typeWord(GuestKind kind) {
    return kind == GuestKind.QEMU ? "vm" : "lxc";
  }

  /**
   * The series that it is of.
   *
   * @param skipped what could not be booked; null where that is not told
   * @param dates what became of each date, or would; null where nothing was asked of them
   */
  @JsonInclude(Include.NON_NULL)
  record SeriesView(
      long id,
      String rule,
      LocalDateTime occurrence,
      int version,
      @Nullable List<SkippedView> skipped,
      @Nullable List<DatedView> dates) {
    static @Nullable SeriesView of(Reservation reservation) {
      return of(reservation, null, null);
    }

    /** The same with what could not be booked of it. */
    static @Nullable SeriesView of(Reservation reservation, Series series) {
      return of(reservation, SkippedView.of(series), null);
    }

    /** The same with what became of its dates. */
    static @Nullable SeriesView of(Reservation reservation, SeriesEdited edited) {
      return of(reservation, null, DatedView.of(edited));
    }

    private static @Nullable SeriesView of(
        Reservation reservation,
        @Nullable List<SkippedView> skipped,
        @Nullable List<DatedView> dates) {
      var series = reservation.series();
      return series == null
          ? null
          : new SeriesView(
              series.id(), series.rule(), series.occurrence(), series.version(), skipped, dates);
    }
  }
}
