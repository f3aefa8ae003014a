/** News for browsers, as server-sent events. */
@NullMarked
package direttore.api.event;

import org.jspecify.annotations.NullMarked;
