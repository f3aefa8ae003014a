package direttore.domain.agenda;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a duty was done one time.
 *
 * @param trouble what was wrong; null where nothing was
 * @param due when it is done next
 */
public record DutyRun(Instant began, Instant ended, @Nullable String trouble, Instant due) {}
