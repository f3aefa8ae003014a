/** Where the objects of the running system are made, feature by feature. */
@NullMarked
package direttore.app.wiring;

import org.jspecify.annotations.NullMarked;
