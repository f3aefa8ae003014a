package direttore.domain.group;

import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a group, as far as the group needs to know it.
 *
 * @param guest as it is named by now
 * @param error why it failed, or null
 */
public record GroupOperation(
    UUID id,
    GroupKey key,
    Operation.State state,
    GuestRef guest,
    Operation.@Nullable Failure error) {}
