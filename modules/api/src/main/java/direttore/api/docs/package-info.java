/** The OpenAPI document and the pages that show it. */
@NullMarked
package direttore.api.docs;

import org.jspecify.annotations.NullMarked;
