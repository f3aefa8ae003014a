/** Addresses of other programs. */
@NullMarked
package direttore.api.webhook;

import org.jspecify.annotations.NullMarked;
