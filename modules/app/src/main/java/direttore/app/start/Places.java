package direttore.app.start;

import java.util.ArrayList;
import java.util.List;

/** The last lines of a start: where to go and how to sign in. */
public final class Places {
  private final List<String> lines = new ArrayList<>();

  /** Adds a line. */
  public void add(String what, String where, String how) {
    lines.add("  %-20s %s%s".formatted(what, where, how.isEmpty() ? "" : "   " + how));
  }

  @Override
  public String toString() {
    return "Direttore is running; Ctrl-C stops it.\n" + String.join("\n", lines);
  }
}
