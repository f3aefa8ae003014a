/** What people prefer for themselves. */
@NullMarked
package direttore.domain.preference;

import org.jspecify.annotations.NullMarked;
