/** Words that every feature shares. */
@NullMarked
package direttore.domain;

import org.jspecify.annotations.NullMarked;
