package direttore.domain;

import direttore.domain.Refusal.Invalid;
import direttore.domain.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a request, so that its sender learns everything in one answer. */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  /** Notes that the field breaks the rule. */
  public void add(String field, String rule) {
    found.add(new Violation(field, rule));
  }

  /** What the supplier makes, or null with its violations noted under the given field. */
  public <T> @Nullable T within(String outer, Supplier<? extends T> value) {
    try {
      return value.get();
    } catch (Invalid e) {
      e.violations().forEach(v -> found.add(v.within(outer)));
      return null;
    }
  }

  /** What the supplier makes, or null with its violations noted under the given field alone. */
  public <T> @Nullable T at(String field, Supplier<? extends T> value) {
    try {
      return value.get();
    } catch (Invalid e) {
      e.violations().forEach(v -> found.add(new Violation(field, v.rule())));
      return null;
    }
  }

  /** Refuses if anything was found. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new Invalid(found);
    }
  }
}
