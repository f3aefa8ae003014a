package direttore.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what stands in an order's way, so that its sender learns everything in one answer. What
 * belongs to no field, such as a cluster that does not answer, is refused at once.
 */
public final class Obstacles {
  private final List<Refusal> found = new ArrayList<>();

  /** Notes the refusal, or throws it when it belongs to no field. */
  public void add(Refusal refusal) {
    if (refusal.field() == null) {
      throw refusal;
    }
    found.add(refusal);
  }

  /** Runs a check and notes its refusal. */
  public void check(Runnable check) {
    try {
      check.run();
    } catch (Refusal e) {
      add(e);
    }
  }

  /** What the supplier finds, or null with its refusal noted. */
  public <T> @Nullable T of(Supplier<? extends T> value) {
    try {
      return value.get();
    } catch (Refusal e) {
      add(e);
      return null;
    }
  }

  /** Refuses with what was found: a single refusal as it is, more than one as one. */
  public void refuseIfAny() {
    if (found.size() == 1) {
      throw found.getFirst();
    }
    if (!found.isEmpty()) {
      throw new Refusal.Several(found);
    }
  }
}
