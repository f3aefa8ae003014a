/** How requests are read and answered, whatever they are about. */
@NullMarked
package direttore.api.http;

import org.jspecify.annotations.NullMarked;
