/** What tests of several modules share. */
@NullMarked
package direttore.testkit;

import org.jspecify.annotations.NullMarked;
