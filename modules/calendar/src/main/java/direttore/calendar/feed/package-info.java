/** The feed that calendars subscribe to, as RFC 5545 says and as they understand it. */
@NullMarked
package direttore.calendar.feed;

import org.jspecify.annotations.NullMarked;
