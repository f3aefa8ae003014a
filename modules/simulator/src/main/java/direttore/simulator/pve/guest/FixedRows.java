package direttore.simulator.pve.guest;

import direttore.simulator.pve.api.ResultRow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The parts of guests' rows that follow from the configuration alone, each computed once. */
public final class FixedRows {
  private final Map<Integer, Known> known = new ConcurrentHashMap<>();
  private final Function<Guest, ResultRow> compute;

  /** Rows that are computed so. */
  public FixedRows(Function<Guest, ResultRow> compute) {
    this.compute = compute;
  }

  /** A row of its own to be completed. */
  @SuppressWarnings("ReferenceEquality") // the very same object: nothing can have changed
  public ResultRow of(Guest guest) {
    var before = known.get(guest.vmid());
    if (before != null && before.guest == guest) {
      return before.row.copy();
    }
    var row = compute.apply(guest);
    known.put(guest.vmid(), new Known(guest, row));
    return row.copy();
  }

  private record Known(Guest guest, ResultRow row) {}
}
