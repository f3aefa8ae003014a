/** Changes to the outside world: a row before they are an effect. */
@NullMarked
package direttore.domain.operation;

import org.jspecify.annotations.NullMarked;
