package direttore.api;

import direttore.api.access.Identity;
import direttore.api.health.Part;
import direttore.api.http.AccessRules;
import direttore.domain.cluster.Cluster;
import direttore.domain.event.Events;
import direttore.domain.operation.IdempotencyKeys;
import direttore.domain.operation.Operations;
import direttore.domain.provision.GuestOrders;
import direttore.domain.provision.Provisioning;
import direttore.domain.provision.Retries;
import direttore.domain.provision.Rooms;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the API is made of, handed over by the composition root.
 *
 * @param requestIds ids for requests that bring none, each once
 * @param readiness what must be well before requests are sent here
 */
public record ApiParts(
    Cluster cluster,
    Operations operations,
    IdempotencyKeys idempotencyKeys,
    Provisioning provisioning,
    Rooms rooms,
    GuestOrders guestOrders,
    Retries retries,
    Events events,
    AccessRules access,
    Identity identity,
    Protection protection,
    List<Part> readiness,
    About about,
    Clock clock,
    Supplier<String> requestIds) {
  public ApiParts {
    readiness = List.copyOf(readiness);
  }
}
