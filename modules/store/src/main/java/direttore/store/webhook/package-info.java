/** Webhooks and their deliveries in PostgreSQL. */
@NullMarked
package direttore.store.webhook;

import org.jspecify.annotations.NullMarked;
