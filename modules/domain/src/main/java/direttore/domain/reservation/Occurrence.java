package direttore.domain.reservation;

import java.time.LocalDateTime;

/**
 * One of what repeats.
 *
 * @param original when it begins by the clock on the wall, before anybody moves it: its name in
 *     calendars
 */
public record Occurrence(LocalDateTime original, Times times) {}
