/** How Direttore reaches PostgreSQL. */
@NullMarked
package direttore.store;

import org.jspecify.annotations.NullMarked;
