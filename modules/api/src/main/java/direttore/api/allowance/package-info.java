/** What guests may be put on: {@code /api/teams/{team}/allowance} and one's own. */
@NullMarked
package direttore.api.allowance;

import org.jspecify.annotations.NullMarked;
