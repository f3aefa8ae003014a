/** Operations: answers to orders, lists, details, cancelling. */
@NullMarked
package direttore.api.operation;

import org.jspecify.annotations.NullMarked;
