package direttore.domain.quota;

import direttore.domain.guest.Birth;
import direttore.domain.guest.VmId;
import org.jspecify.annotations.Nullable;

/**
 * A guest that counted for somebody until it was taken for gone.
 *
 * @param owner the name of the person
 * @param birth what it was born with, or null where it was never looked at
 */
public record Forgotten(VmId vmid, String owner, @Nullable Birth birth) {}
