package direttore.domain.operation;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.node.NodeName;

/** An order by someone, about to become an operation. */
public record Wish(
    Order order,
    GuestKind guestKind,
    NodeName node,
    VmidChoice vmid,
    GuestSecrets secrets,
    Requester by) {}
