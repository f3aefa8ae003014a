/** Mail to people. */
@NullMarked
package direttore.domain.mail;

import org.jspecify.annotations.NullMarked;
