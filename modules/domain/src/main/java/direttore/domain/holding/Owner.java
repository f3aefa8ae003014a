package direttore.domain.holding;

import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has something.
 *
 * @param team the team that may change it too, or null
 */
public record Owner(UUID person, PersonName name, @Nullable TeamName team) {}
