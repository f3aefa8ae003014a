/** Passwords, as they may be kept. */
@NullMarked
package direttore.access.password;

import org.jspecify.annotations.NullMarked;
