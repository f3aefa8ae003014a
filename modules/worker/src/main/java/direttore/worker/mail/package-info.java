/** Hands mail over to a mail server. */
@NullMarked
package direttore.worker.mail;

import org.jspecify.annotations.NullMarked;
