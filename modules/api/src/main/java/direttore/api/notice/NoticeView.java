package direttore.api.notice;

import direttore.domain.notice.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that somebody should know of a reservation. */
record NoticeView(
    long id,
    String kind,
    Instant at,
    @Nullable String by,
    @Nullable String askedBy,
    @Nullable String reason,
    @Nullable Instant checkInBy,
    Reserved reservation) {
  static NoticeView of(Notice notice) {
    return new NoticeView(
        notice.id(),
        notice.kind().wire(),
        notice.at(),
        notice.actor(),
        notice.askedBy(),
        notice.reason(),
        notice.checkInBy(),
        new Reserved(
            notice.reservation(),
            notice.title(),
            notice.window().from(),
            notice.window().to(),
            notice.zone().getId()));
  }

  /** The reservation, as it was then. */
  record Reserved(long id, String title, Instant startDt, Instant endDt, String timeZone) {}
}
