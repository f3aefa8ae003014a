package direttore.domain.notice;

import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * That something happened to a reservation which somebody should know of.
 *
 * @param version of the reservation, at that moment
 * @param window of the reservation, at that moment
 * @param actor the name of who did it, or null where it happened by itself or nobody knows
 * @param askedBy the name of who asked for what was decided, where that is not whose it is, or null
 * @param reason what was said of it, or null
 * @param checkInBy until when somebody had to check in, at that moment, or null
 */
public record Notice(
    long id,
    NoticeKind kind,
    Instant at,
    long reservation,
    int version,
    String title,
    Window window,
    ZoneId zone,
    Phase phase,
    @Nullable String actor,
    @Nullable String askedBy,
    @Nullable String reason,
    @Nullable Instant checkInBy) {}
