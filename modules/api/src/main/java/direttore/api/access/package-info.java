/** Signing in, and who may do what. */
@NullMarked
package direttore.api.access;

import org.jspecify.annotations.NullMarked;
