package direttore.domain.provision;

import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.VmSource;
import org.jspecify.annotations.Nullable;

/**
 * How a template, or another guest, will be copied.
 *
 * @param original what is copied, or null where there is no such VM
 */
public record Copy(VmSource.Clone source, @Nullable GuestDetail original) {}
