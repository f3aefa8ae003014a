package direttore.domain.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What is left of a window beside others. */
public final class Gaps {
  private Gaps() {}

  /** The parts of a window that none of the others touches, in turn. */
  public static List<Window> of(Window window, Collection<Window> others) {
    var gaps = new ArrayList<Window>();
    var from = window.from();
    for (var other : others.stream().sorted(Comparator.comparing(Window::from)).toList()) {
      add(gaps, from, earlier(other.from(), window.to()));
      from = other.to().isAfter(from) ? other.to() : from;
    }
    add(gaps, from, window.to());
    return List.copyOf(gaps);
  }

  private static void add(List<Window> gaps, Instant from, Instant to) {
    if (from.isBefore(to)) {
      gaps.add(new Window(from, to));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
