/** Who a request comes from, also behind reverse proxies. */
@NullMarked
package direttore.api.proxy;

import org.jspecify.annotations.NullMarked;
