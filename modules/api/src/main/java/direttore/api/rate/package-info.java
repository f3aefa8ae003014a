/** How often one client may do something. */
@NullMarked
package direttore.api.rate;

import org.jspecify.annotations.NullMarked;
