package direttore.simulator.pve.api;

import java.util.List;

/** Rows with the number of all that there are, which stands beside {@code data}. */
public record Page(List<?> rows, long total) {
  public Page {
    rows = List.copyOf(rows);
  }
}
