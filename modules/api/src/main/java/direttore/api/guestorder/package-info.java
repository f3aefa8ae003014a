/** Orders about guests in answers. */
@NullMarked
package direttore.api.guestorder;

import org.jspecify.annotations.NullMarked;
