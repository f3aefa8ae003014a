/** Sign-in through an OpenID provider. */
@NullMarked
package direttore.access.oidc;

import org.jspecify.annotations.NullMarked;
