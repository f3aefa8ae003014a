/** JobRunr: how operations come to workers. */
@NullMarked
package direttore.worker.queue;

import org.jspecify.annotations.NullMarked;
