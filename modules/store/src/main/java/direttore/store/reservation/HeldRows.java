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
    return of(execute, resources, windows, besides, false, "on");
  }

  /**
   * The same, after nobody else can decide about the resources until the transaction ends.
   *
   * @param resources rising, so that two never wait for each other
   * @param commits whether its commit waits for the disk: {@code on} or {@code off}
   */
  static List<Held> locked(
      DbExecute execute,
      List<Integer> resources,
      Collection<Window> windows,
      Collection<Long> besides,
      String commits) {
    return of(execute, resources, windows, besides, true, commits);
  }

  private static List<Held> of(
      DbExecute execute,
      List<Integer> resources,
      Collection<Window> windows,
      Collection<Long> besides,
      boolean locked,
      String commits) {
    if (resources.isEmpty()) {
      return List.of();
    }
    return execute
        .createQuery(
            """
            SELECT resource, reservation, lane, since, until, cores, memory, disk, vms, lxc
              FROM held_claims(CAST(:resources AS integer[]), CAST(:windows AS tstzrange[]),
                               CAST(:besides AS bigint[]), :locked, :commits)
            """)
        .addParam("resources", array(resources))
        .addParam("windows", windows(windows))
        .addParam("besides", array(besides))
        .addParam("locked", locked)
        .addParam("commits", commits)
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
