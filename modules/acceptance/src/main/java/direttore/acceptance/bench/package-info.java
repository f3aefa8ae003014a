/** What the program achieves, measured on the machine at hand. */
@NullMarked
package direttore.acceptance.bench;

import org.jspecify.annotations.NullMarked;
