/** The PostgreSQL server that comes with the program. */
@NullMarked
package direttore.app.postgres;

import org.jspecify.annotations.NullMarked;
