package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;

import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is free by quarters of an hour, told by counting: it knows nothing of how the program
 * decides.
 */
final class Grid {
  static final int QUARTERS = 96;
  static final int CORES = 16;
  private static final List<String> NODES = List.of("pve1", "pve2");
  private static final List<String> DEVICES = List.of("sw1", "sw2", "sw3");

  /** What there is to ask for, by number. */
  static final int WISHES = 9;

  private final Map<Long, Entry> entries = new HashMap<>();
  private final Map<String, Integer> cores = new HashMap<>();
  private final Set<String> outOfService = new HashSet<>();

  /** So much of a resource for a time; 0 cores are all of it. */
  record Take(String resource, int cores, int start, int length) {
    private boolean at(int quarter) {
      return quarter >= start && quarter < start + length;
    }
  }

  private record Entry(int start, int length, List<Take> takes) {}

  static ReservationLab lab() {
    var lab = new ReservationLab().nodes(NODES.toArray(String[]::new));
    DEVICES.forEach(name -> lab.device(name, "switch"));
    return lab;
  }

  static Instant at(int quarter) {
    return NOW.plus(Duration.ofMinutes(15L * quarter + 60));
  }

  static int quarter(Instant at) {
    return (int) ((Duration.between(NOW, at).toMinutes() - 60) / 15);
  }

  static Window window(int start, int length) {
    return new Window(at(start), at(start + length));
  }

  static List<ClaimRequest> claims(int wish, int cores) {
    return switch (wish) {
      case 0 -> List.of(node("pve1"));
      case 1 -> List.of(node("pve2"));
      case 2 -> List.of(share("pve1", cores));
      case 3 -> List.of(share("pve2", cores));
      case 4 -> List.of(ClaimRequest.device("sw1"));
      case 5 -> List.of(any(ResourceKind.DEVICE, 1, "switch"));
      case 6 -> List.of(any(ResourceKind.DEVICE, 2, "switch"), share("pve1", cores));
      case 7 -> List.of(ClaimRequest.device("sw2"), any(ResourceKind.DEVICE, 1, "switch"));
      default ->
          List.of(
              new ClaimRequest.AnyOf(
                  ResourceKind.NODE,
                  new TreeSet<>(),
                  Amount.of(cores, cores * ReservationLab.GIB, 0),
                  1));
    };
  }

  /** Whether the wish can be granted beside all others. */
  boolean free(int wish, int cores, int start, int length, long besides) {
    return switch (wish) {
      case 0 -> free("pve1", 0, start, length, besides);
      case 1 -> free("pve2", 0, start, length, besides);
      case 2 -> free("pve1", cores, start, length, besides);
      case 3 -> free("pve2", cores, start, length, besides);
      case 4 -> free("sw1", 0, start, length, besides);
      case 5 -> devices(start, length, besides) >= 1;
      case 6 -> devices(start, length, besides) >= 2 && free("pve1", cores, start, length, besides);
      case 7 -> free("sw2", 0, start, length, besides) && devices(start, length, besides) >= 2;
      default -> NODES.stream().anyMatch(n -> free(n, cores, start, length, besides));
    };
  }

  private long devices(int start, int length, long besides) {
    return DEVICES.stream().filter(d -> free(d, 0, start, length, besides)).count();
  }

  private boolean free(String resource, int cores, int start, int length, long besides) {
    return IntStream.range(start, start + length)
        .allMatch(quarter -> free(resource, cores, quarter, besides));
  }

  private boolean free(String resource, int cores, int quarter, long besides) {
    if (outOfService.contains(resource)) {
      return false;
    }
    var sum = 0;
    for (var each : entries.entrySet()) {
      var entry = each.getValue();
      if (each.getKey() == besides) {
        continue;
      }
      for (var take : entry.takes) {
        if (take.at(quarter) && take.resource.equals(resource)) {
          if (take.cores == 0 || cores == 0) {
            return false;
          }
          sum += take.cores;
        }
      }
    }
    return sum + cores <= cores(resource);
  }

  /** How many cores there are of a node, whatever was booked before. */
  int cores(String node) {
    return cores.getOrDefault(node, CORES);
  }

  void cores(String node, int many) {
    cores.put(node, many);
  }

  /** Whether a resource is out of service from now on: it was not. */
  boolean toggled(String resource) {
    return outOfService.add(resource) || !outOfService.remove(resource);
  }

  /** Whether the wish can be granted at all, once nobody has anything. */
  boolean possible(int wish, int cores) {
    return free(wish, cores, 1000 * QUARTERS, 1, 0);
  }

  /** Until when what a reservation has is free for it, at most to the end of the grid. */
  int freeUntil(Reservation reservation) {
    var entry = entry(reservation.id());
    var end = entry.start + entry.length;
    while (end < QUARTERS && stays(entry, end, reservation.id())) {
      end++;
    }
    return end;
  }

  /**
   * Whether a reservation can be at another time with what it has: what it had there is promised to
   * it, whatever became of the resource since.
   */
  boolean stays(long id, int start, int length) {
    var entry = entry(id);
    return IntStream.range(start, start + length)
        .filter(quarter -> quarter < entry.start || quarter >= entry.start + entry.length)
        .allMatch(quarter -> stays(entry, quarter, id));
  }

  private boolean stays(Entry entry, int quarter, long id) {
    var mine = new HashMap<String, Integer>();
    entry.takes.forEach(take -> mine.merge(take.resource, take.cores, Integer::sum));
    return mine.entrySet().stream().allMatch(m -> free(m.getKey(), m.getValue(), quarter, id));
  }

  void put(Reservation reservation, int start, int length) {
    var takes = new ArrayList<Take>();
    for (var claim : reservation.claims()) {
      var share = claim.share();
      var cores = share == null ? 0 : share.cores();
      takes.add(new Take(claim.resource().name(), cores, start, length));
    }
    entries.put(reservation.id(), new Entry(start, length, takes));
  }

  /** Has a reservation take what is said, whatever it claims. */
  void put(long id, int start, int length, List<Take> takes) {
    entries.put(id, new Entry(start, length, List.copyOf(takes)));
  }

  /** What is there to be taken whole of a resource beside all others, a piece for each gap. */
  List<Take> gaps(String resource, int start, int length) {
    var gaps = new ArrayList<Take>();
    var from = start;
    for (var quarter = start; quarter <= start + length; quarter++) {
      if (quarter == start + length || !free(resource, 0, quarter, 0)) {
        if (quarter > from) {
          gaps.add(new Take(resource, 0, from, quarter - from));
        }
        from = quarter + 1;
      }
    }
    return gaps;
  }

  /** Those that take some of a resource at some time. */
  Set<Long> taking(String resource, int start, int length) {
    return entries.entrySet().stream()
        .filter(each ->
            each.getValue().takes.stream()
                .filter(take -> take.resource.equals(resource))
                .anyMatch(take -> IntStream.range(start, start + length).anyMatch(take::at)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** All that is taken, by whom. */
  Set<List<Object>> taken() {
    return entries.entrySet().stream()
        .flatMap(each ->
            each.getValue().takes.stream().map(take -> List.<Object>of(each.getKey(), take)))
        .collect(Collectors.toSet());
  }

  void remove(long id) {
    entries.remove(id);
  }

  private Entry entry(long id) {
    return Objects.requireNonNull(entries.get(id), "nothing is known of " + id);
  }

  int start(long id) {
    return entry(id).start;
  }

  int length(long id) {
    return entry(id).length;
  }
}
