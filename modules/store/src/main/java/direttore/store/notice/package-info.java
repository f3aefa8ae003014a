/** What people and other programs are told, in PostgreSQL. */
@NullMarked
package direttore.store.notice;

import org.jspecify.annotations.NullMarked;
