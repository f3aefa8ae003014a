/** Tells people and other programs what happened to reservations. */
@NullMarked
package direttore.worker.notice;

import org.jspecify.annotations.NullMarked;
