package direttore.simulator.pve.guest;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.ResultRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The answers that show a guest's configuration. */
public final class ConfigView {
  private ConfigView() {}

  /** GET .../config: with what is pending unless only the current values are asked for. */
  public static ResultRow config(Guest guest, boolean current, @Nullable String snapshot) {
    if (snapshot != null) {
      return snapshot(guest, snapshot);
    }
    var config = new TreeMap<>(guest.config());
    if (!current) {
      config.putAll(guest.pending());
      config.values().removeIf(String::isEmpty);
    }
    return GuestRows.config(guest.kind(), config).with("digest", guest.digest());
  }

  /** GET .../snapshot/{snapname}/config. */
  public static ResultRow snapshot(Guest guest, String name) {
    var snapshot = guest.snapshots().get(name);
    if (snapshot == null) {
      throw new Failure("snapshot '%s' does not exist".formatted(name));
    }
    return GuestRows.config(guest.kind(), snapshot);
  }

  /** GET .../pending: each key with its value and what it is to become. */
  public static List<ResultRow> pending(Guest guest) {
    var rows = new ArrayList<ResultRow>();
    var keys = new TreeSet<>(guest.config().keySet());
    keys.addAll(guest.pending().keySet());
    for (var key : keys) {
      var now = guest.get(key);
      var then = guest.pending().get(key);
      var row = ResultRow.of("key", key);
      if (now != null) {
        row.with("value", GuestRows.value(guest.kind(), key, now));
      }
      if (then != null) {
        row.with(
            then.isEmpty() ? "delete" : "pending",
            then.isEmpty() ? 1 : GuestRows.value(guest.kind(), key, then));
      }
      rows.add(row);
    }
    rows.add(ResultRow.of("key", "digest").with("value", guest.digest()));
    return rows;
  }
}
