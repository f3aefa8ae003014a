package direttore.domain.operation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestSecrets;
import java.util.List;
import java.util.UUID;

/** Orders again what failed or was cancelled, as a new operation, as its family does. */
public final class Retries {
  private final Operations operations;
  private final List<Retry> families;

  public Retries(Operations operations, List<Retry> families) {
    this.operations = operations;
    this.families = List.copyOf(families);
  }

  /**
   * The new operation of the same order.
   *
   * @param again the secrets that came with the order, which were forgotten at its end
   */
  public Operation retry(UUID id, GuestSecrets again, Submitter by) {
    var earlier = operations.find(id);
    return families.stream()
        .filter(family -> family.has(earlier.order()))
        .findFirst()
        .orElseThrow(() ->
            new Refusal.WrongState(
                "operation %s (%s) cannot be ordered again".formatted(id, earlier.order().kind()),
                null))
        .retry(earlier, again, by);
  }
}
