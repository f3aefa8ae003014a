package direttore.domain.allocation;

import direttore.domain.operation.StepKind;
import java.util.Locale;

/** One effect on an address at NetBox. */
public enum AllocationStep implements StepKind {
  /** Reserve it. */
  HOLD,
  /** Remove it. */
  RELEASE;

  /** The kind of that word. */
  public static AllocationStep of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
