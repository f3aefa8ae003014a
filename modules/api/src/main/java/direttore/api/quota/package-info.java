/** How much people and teams may have, and have. */
@NullMarked
package direttore.api.quota;

import org.jspecify.annotations.NullMarked;
