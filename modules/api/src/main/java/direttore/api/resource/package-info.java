/** What can be reserved: {@code /api/resources}. */
@NullMarked
package direttore.api.resource;

import org.jspecify.annotations.NullMarked;
