/** Who is there, what they may do, and what they did. */
@NullMarked
package direttore.domain.access;

import org.jspecify.annotations.NullMarked;
