package direttore.store.reservation;

import direttore.domain.reservation.Held;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what others hold. */
final class HeldRows {
  private HeldRows() {}

  /**
   * What overlaps any of the windows.
   *
   * @param besides reservations that do not count
   */
  static List<Held> of(
      DbExecute execute,
      List<Integer> resources,
      Collection<Window> windows,
      Collection<Long> besides) {
    if (resources.isEmpty()) {
      return List.of();
    }
    return execute
        .createQuery(
            // One search of the index for each resource and window: what it is made for.
            """
            SELECT DISTINCT c.* FROM unnest(CAST(:resources AS integer[])) AS r(id)
             CROSS JOIN unnest(CAST(:windows AS tstzrange[])) AS w(during)
             CROSS JOIN LATERAL (
               SELECT c.id, c.resource, c.reservation, c.lane,
                      lower(c.during) AS since, upper(c.during) AS until,
                      c.cores, c.memory, c.disk, c.vms, c.lxc
                 FROM claim c
                WHERE c.holding AND c.resource = r.id AND c.during && w.during
                  AND c.reservation <> ALL (CAST(:besides AS bigint[]))
               OFFSET 0) c
            """)
        .addParam("resources", array(resources))
        .addParam("windows", windows(windows))
        .addParam("besides", array(besides))
        .execute()
        .map(row -> held(new Row(row)))
        .toList();
  }

  private static Held held(Row row) {
    return new Held(
        row.integer("resource"),
        row.number("reservation"),
        ReservationRows.window(row),
        ReservationRows.share(row));
  }

  /** Numbers as PostgreSQL writes an array of them. */
  static String array(Collection<? extends Number> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  private static String windows(Collection<Window> windows) {
    return windows.stream()
        .map(window -> "\"[%s,%s)\"".formatted(window.from(), window.to()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
