/** The folder in which the program keeps what it must not lose. */
@NullMarked
package direttore.app.data;

import org.jspecify.annotations.NullMarked;
