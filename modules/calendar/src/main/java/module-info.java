/** Reservations as calendars read them. Knows the domain alone. */
module direttore.calendar {
  requires transitive direttore.domain;
  requires ical4j.core;
  requires static transitive org.jspecify;

  exports direttore.calendar.feed;
}
