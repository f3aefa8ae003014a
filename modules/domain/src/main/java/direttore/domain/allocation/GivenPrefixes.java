package direttore.domain.allocation;

import direttore.domain.Refusal;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.PrefixDetails;
import java.util.Objects;
import java.util.Optional;

/** Of which prefixes of NetBox guests may have addresses. */
public final class GivenPrefixes {
  private final Inventory inventory;
  private final Optional<String> whyNot;

  /**
   * @param whyNot why nothing is taken at all, in a sentence; empty where it is
   */
  public GivenPrefixes(Inventory inventory, Optional<String> whyNot) {
    this.inventory = inventory;
    this.whyNot = whyNot;
  }

  /**
   * Refuses of that field with {@code Unknown} where NetBox has no such prefix, with {@code
   * Impossible} where none of its addresses is given, with {@code WrongState} where none is taken
   * at all, and with {@code Upstream} while NetBox was never read.
   */
  public void require(String field, long prefix) {
    whyNot.ifPresent(why -> {
      throw new Refusal.WrongState(why, field);
    });
    var state = inventory.state();
    if (state.readAt() == null) {
      throw new Refusal.Upstream(
          "NetBox", Objects.requireNonNullElse(state.trouble(), "it was not read yet"), null);
    }
    inventory
        .prefix(prefix)
        .map(PrefixDetails::prefix)
        .orElseThrow(() ->
            new Refusal.Unknown(
                "prefix", field, "There is no prefix %d in NetBox.".formatted(prefix)))
        .closed()
        .ifPresent(why -> {
          throw new Refusal.Impossible(field, why);
        });
  }
}
