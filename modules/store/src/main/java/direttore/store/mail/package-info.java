/** Mails that wait in PostgreSQL. */
@NullMarked
package direttore.store.mail;

import org.jspecify.annotations.NullMarked;
