/** By which rules people reserve: {@code /api/policies} and one's own. */
@NullMarked
package direttore.api.policy;

import org.jspecify.annotations.NullMarked;
