/** Where the routes meet: what the composition root calls. */
@NullMarked
package direttore.api;

import org.jspecify.annotations.NullMarked;
