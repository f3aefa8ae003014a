/** What people and other programs hear of reservations. */
@NullMarked
package direttore.domain.notice;

import org.jspecify.annotations.NullMarked;
