/** What is done to guests: the family of orders about one guest. */
@NullMarked
package direttore.domain.guestorder;

import org.jspecify.annotations.NullMarked;
