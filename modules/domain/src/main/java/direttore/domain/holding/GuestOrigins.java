package direttore.domain.holding;

import direttore.domain.guest.Marker;
import direttore.domain.operation.Operations;
import java.util.UUID;

/** Tells the guests that an operation made from those that somebody else made. */
public final class GuestOrigins {
  private final Operations operations;

  public GuestOrigins(Operations operations) {
    this.operations = operations;
  }

  /** Whether the operation made the guest of that description, or one that it repeats did. */
  public boolean made(UUID operation, String description) {
    var before = operations.find(operation).retryOf();
    return new Marker(operation).marks(description)
        || (before != null && made(before, description));
  }
}
