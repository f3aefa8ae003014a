/** The packaged program, seen from outside: processes, ports, HTTP. */
@NullMarked
package direttore.acceptance;

import org.jspecify.annotations.NullMarked;
