/** What somebody should know of reservations. */
@NullMarked
package direttore.api.notice;

import org.jspecify.annotations.NullMarked;
