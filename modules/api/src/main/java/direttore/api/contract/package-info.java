/** The OpenAPI document, joined from one file for each feature. */
@NullMarked
package direttore.api.contract;

import org.jspecify.annotations.NullMarked;
