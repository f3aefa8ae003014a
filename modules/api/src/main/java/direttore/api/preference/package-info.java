/** What people prefer for themselves. */
@NullMarked
package direttore.api.preference;

import org.jspecify.annotations.NullMarked;
