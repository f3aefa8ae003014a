package direttore.domain.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key for programs, which may do what its owner may, but no more than its role.
 *
 * @param lastUsed to the minute, or null
 */
public record ApiToken(
    UUID id,
    UUID person,
    String name,
    Role role,
    Instant created,
    Instant expires,
    @Nullable Instant lastUsed,
    @Nullable String lastAddress) {}
