package direttore.domain.reservation;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import org.jspecify.annotations.Nullable;

/** What the calendar of the first Direttore says of a reservation's place; claims decide. */
public record Where(GuestKind type, @Nullable NodeName node, @Nullable VmId vmid) {}
