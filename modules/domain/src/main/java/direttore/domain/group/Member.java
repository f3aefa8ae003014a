package direttore.domain.group;

import direttore.domain.access.TeamName;
import direttore.domain.guestorder.GuestOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a group does with one guest first.
 *
 * @param order as it was checked when the group was ordered
 * @param team the team that shall have a new guest too, or null
 */
public record Member(GuestOrder order, @Nullable TeamName team) {}
