package direttore.domain.hypervisor;

import direttore.domain.guest.Birth;
import org.jspecify.annotations.Nullable;

/**
 * Which guest has a VMID now, and what holds it.
 *
 * @param lock what holds it, such as {@code backup}, or null
 */
public record GuestIdentity(Birth birth, @Nullable String lock) {}
