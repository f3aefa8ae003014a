package direttore.domain.calendar;

import direttore.domain.access.Actor;
import java.net.URI;
import java.time.Instant;

/** Reservations as calendars read them (RFC 5545). */
public interface ReservationCalendar {
  /**
   * What somebody may see of a scope.
   *
   * @param name what the calendar is called
   * @param program where its pages are
   */
  Sheet sheet(Actor viewer, FeedScope scope, String name, URI program);

  /**
   * A calendar at some moment; the same bytes as long as nothing of it has changed.
   *
   * @param changed when that was last
   */
  record Sheet(String text, Instant changed) {}
}
