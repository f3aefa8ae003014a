package direttore.domain.record;

import direttore.domain.operation.StepKind;
import java.util.Arrays;

/** One effect on what NetBox records of a guest. */
public enum RecordStep implements StepKind {
  /** Have it say what is so. */
  RECORD,
  /** Remove it. */
  REMOVE;

  /** The kind of that word. */
  public static RecordStep of(String wire) {
    return Arrays.stream(values())
        .filter(step -> step.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wire + " is no step of a record"));
  }

  @Override
  public String wire() {
    return this == RECORD ? "record-guest" : "remove-record";
  }
}
