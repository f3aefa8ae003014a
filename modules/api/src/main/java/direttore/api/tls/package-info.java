/** HTTPS without a proxy. */
@NullMarked
package direttore.api.tls;

import org.jspecify.annotations.NullMarked;
