/** What stands before the server: only well-formed requests of bounded size and time pass. */
@NullMarked
package direttore.api.guard;

import org.jspecify.annotations.NullMarked;
