package direttore.store.reservation;

import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Window;
import direttore.store.Columns;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what others hold. */
final class HeldRows {
  /** All that {@code held_claims} answers, as one row. */
  static final String COLUMNS =
      """
      array_agg(h.claim) AS claim, array_agg(h.resource) AS resource,
      array_agg(h.reservation) AS reservation, array_agg(h.whole) AS whole,
      array_agg(h.since) AS since, array_agg(h.until) AS until, array_agg(h.cores) AS cores,
      array_agg(h.memory) AS memory, array_agg(h.disk) AS disk, array_agg(h.vms) AS vms,
      array_agg(h.lxc) AS lxc
      """;

  private HeldRows() {}

  /**
   * What was held, and by which claims, in the same order.
   *
   * @param claims their numbers; a claim never changes what it takes
   */
  record Found(List<Held> held, List<Long> claims) {
    static final Found NOTHING = new Found(List.of(), List.of());

    /** The numbers of those of some resources. */
    List<Long> claimsOf(Set<Integer> resources) {
      return IntStream.range(0, held.size())
          .filter(i -> resources.contains(held.get(i).resource()))
          .mapToObj(claims::get)
          .toList();
    }
  }

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
   * What overlaps a window, and of other resources another window, by one statement.
   *
   * @param besides reservations that do not count
   */
  static List<Held> of(
      DbExecute execute,
      List<Integer> resources,
      Window window,
      List<Integer> others,
      Window theirs,
      Collection<Long> besides) {
    return execute
        .createQuery(
            "SELECT "
                + COLUMNS
                + """
                 FROM (SELECT * FROM held_claims(CAST(:resources AS integer[]),
                                CAST(:windows AS tstzrange[]), CAST(:besides AS bigint[]), false,
                                'on')
                        UNION ALL
                       SELECT * FROM held_claims(CAST(:others AS integer[]),
                                CAST(:theirs AS tstzrange[]), CAST(:besidesToo AS bigint[]),
                                false, 'on')) h
                """)
        .addParam("resources", array(resources))
        .addParam("windows", windows(List.of(window)))
        .addParam("besides", array(besides))
        .addParam("others", array(others))
        .addParam("theirs", windows(List.of(theirs)))
        .addParam("besidesToo", array(besides))
        .execute()
        .map(row -> found(new Row(row)).held())
        .findFirst()
        .orElseThrow();
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
            "SELECT "
                + COLUMNS
                + """
                 FROM held_claims(CAST(:resources AS integer[]), CAST(:windows AS tstzrange[]),
                                  CAST(:besides AS bigint[]), :locked, :commits) h
                """)
        .addParam("resources", array(resources))
        .addParam("windows", windows(windows))
        .addParam("besides", array(besides))
        .addParam("locked", locked)
        .addParam("commits", commits)
        .execute()
        .map(row -> found(new Row(row)).held())
        .findFirst()
        .orElseThrow();
  }

  /** From a row with {@link #COLUMNS}. */
  static Found found(Row row) {
    var columns = new Columns(row);
    var claims = columns.numbers("claim");
    var resources = columns.numbers("resource");
    var reservations = columns.numbers("reservation");
    var whole = columns.flags("whole");
    var since = columns.numbers("since");
    var until = columns.numbers("until");
    var cores = columns.numbers("cores");
    var memory = columns.numbers("memory");
    var disk = columns.numbers("disk");
    var vms = columns.numbers("vms");
    var lxc = columns.numbers("lxc");
    var all = new ArrayList<Held>(claims.length);
    var numbers = new ArrayList<Long>(claims.length);
    for (var i = 0; i < claims.length; i++) {
      var share =
          whole[i]
              ? null
              : new Amount((int) cores[i], memory[i], disk[i], (int) vms[i], (int) lxc[i]);
      var during = new Window(Instant.ofEpochSecond(since[i]), Instant.ofEpochSecond(until[i]));
      all.add(new Held((int) resources[i], reservations[i], during, share));
      numbers.add(claims[i]);
    }
    return new Found(all, numbers);
  }

  /** Numbers as PostgreSQL writes an array of them. */
  static String array(Collection<? extends Number> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  /** Windows as PostgreSQL writes an array of them. */
  static String windows(Collection<Window> windows) {
    return windows.stream()
        .map(window -> "\"[%s,%s)\"".formatted(window.from(), window.to()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
