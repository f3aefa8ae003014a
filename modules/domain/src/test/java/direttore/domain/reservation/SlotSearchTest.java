package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.node.ClusterName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds what is found against a look at each quarter of an hour. */
class SlotSearchTest {
  private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** Ten days: more than the first stretch, so that borders are crossed. */
  private static final int QUARTERS = 960;

  private static final List<Resource> NODES = List.of(node(1), node(2));
  private static final List<Resource> DEVICES = List.of(device(3), device(4), device(5));

  @Test
  void findsWhatALookAtEachMomentFinds() {
    for (var seed = 0; seed < 1000; seed++) {
      var random = new Random(seed);
      var held = held(random);
      var ask = ask(random);
      var length = QUARTER.multipliedBy(1 + random.nextInt(16));
      var margins = new Margins(QUARTER.multipliedBy(random.nextInt(3)), Duration.ZERO, QUARTER);
      var wanted = new Availability.Wanted(ask.requests(), length, margins, null);
      var within = new Window(at(0), at(QUARTERS));
      var free = free(ask, held, wanted, Duration.ZERO);
      var before = free(ask, held, wanted, Duration.ofSeconds(1));
      var search =
          new SlotSearch(
              wanted,
              ask.candidates(),
              window -> held.stream().filter(h -> h.during().overlaps(window)).toList());

      assertThat(starts(search.slots(within, 100).slots()))
          .as("slots of seed %d", seed)
          .isEqualTo(beginnings(free, before));
      var successive = successive(free, (int) length.dividedBy(QUARTER));
      assertThat(starts(search.successive(within, 5)))
          .as("successive of seed %d", seed)
          .isEqualTo(successive);
      assertThat(starts(search.successiveFarAhead(within, 5)))
          .as("successive of seed %d in long stretches", seed)
          .isEqualTo(successive);
    }
  }

  @Test
  void looksAtAYearInFewStretches() {
    var length = Duration.ofDays(100);
    var wanted =
        new Availability.Wanted(List.of(named(NODES.getFirst(), null)), length, Margins.NONE, null);
    var looked = new ArrayList<Duration>();
    var taken = new Held(1, 7, new Window(START, START.plus(Duration.ofDays(300))), null);
    var search =
        new SlotSearch(
            wanted,
            List.of(NODES.subList(0, 1)),
            window -> {
              looked.add(window.length().minus(length).minusSeconds(1));
              return List.of(taken);
            });
    var year = new Window(START, START.plus(Duration.ofDays(365)).plus(length));

    assertThat(search.successiveFarAhead(year, 1))
        .extracting(slot -> slot.window().from())
        .containsExactly(taken.during().to());
    assertThat(looked).extracting(Duration::toDays).containsExactly(28L, 92L, 92L, 92L);
  }

  private static List<Integer> starts(List<Slot> slots) {
    return slots.stream()
        .map(slot -> (int) Duration.between(START, slot.window().from()).dividedBy(QUARTER))
        .toList();
  }

  /** At each quarter, or so much before it. */
  private static boolean[] free(
      Asked ask, List<Held> held, Availability.Wanted wanted, Duration before) {
    var decider = new ClaimDecider(ask.requests(), ask.candidates(), held, false);
    var length = wanted.length();
    var last = QUARTERS - (int) length.dividedBy(QUARTER);
    var free = new boolean[last + 1];
    for (var i = 0; i <= last; i++) {
      var window = wanted.margins().around(Window.of(at(i).minus(before), length));
      free[i] = decider.decide(window, Set.of()).free();
    }
    return free;
  }

  private static List<Integer> beginnings(boolean[] free, boolean[] before) {
    return IntStream.range(0, free.length)
        .filter(i -> free[i] && (i == 0 || !before[i]))
        .limit(100)
        .boxed()
        .toList();
  }

  private static List<Integer> successive(boolean[] free, int length) {
    var found = new ArrayList<Integer>();
    for (var i = 0; i < free.length && found.size() < 5; i++) {
      if (free[i]) {
        found.add(i);
        i += length - 1;
      }
    }
    return found;
  }

  private record Asked(List<ClaimRequest> requests, List<List<Resource>> candidates) {}

  private static Asked ask(Random random) {
    var share = Amount.of(1 + random.nextInt(12), 0, 0);
    var any = new TreeSet<String>();
    return switch (random.nextInt(6)) {
      case 0 -> new Asked(List.of(named(NODES.get(0), null)), List.of(NODES.subList(0, 1)));
      case 1 -> new Asked(List.of(named(NODES.get(1), share)), List.of(NODES.subList(1, 2)));
      case 2 ->
          new Asked(
              List.of(new ClaimRequest.AnyOf(ResourceKind.NODE, any, share, 2)), List.of(NODES));
      case 3 ->
          new Asked(
              List.of(new ClaimRequest.AnyOf(ResourceKind.DEVICE, any, null, 2)), List.of(DEVICES));
      case 4 ->
          new Asked(
              List.of(
                  named(DEVICES.get(0), null),
                  new ClaimRequest.AnyOf(ResourceKind.DEVICE, any, null, 1),
                  named(NODES.get(0), share)),
              List.of(DEVICES.subList(0, 1), DEVICES, NODES.subList(0, 1)));
      default ->
          new Asked(
              List.of(
                  new ClaimRequest.AnyOf(ResourceKind.NODE, any, null, 1),
                  new ClaimRequest.AnyOf(ResourceKind.NODE, any, share, 1)),
              List.of(NODES, NODES));
    };
  }

  private static ClaimRequest named(Resource resource, @Nullable Amount share) {
    return new ClaimRequest.Named(resource.kind(), resource.name(), share);
  }

  private static List<Held> held(Random random) {
    var held = new ArrayList<Held>();
    for (var i = 0; i < random.nextInt(120); i++) {
      var from = random.nextInt(QUARTERS + 40) - 20;
      var during = new Window(at(from), at(from + 1 + random.nextInt(40)));
      var shared = random.nextBoolean();
      var share = shared ? Amount.of(1 + random.nextInt(10), 0, 0) : null;
      var resource = shared ? 1 + random.nextInt(2) : 1 + random.nextInt(5);
      held.add(new Held(resource, i + 1, during, share));
    }
    return held;
  }

  private static Instant at(int quarter) {
    return START.plus(QUARTER.multipliedBy(quarter));
  }

  private static Resource node(int id) {
    return resource(id, ResourceKind.NODE, Capacity.ofNode(16, 65_536));
  }

  private static Resource device(int id) {
    return resource(id, ResourceKind.DEVICE, Capacity.WHOLE_ONLY);
  }

  private static Resource resource(int id, ResourceKind kind, Capacity capacity) {
    return new Resource(
        id,
        kind,
        ClusterName.MAIN,
        kind.wire() + id,
        new TreeSet<>(),
        capacity,
        Amount.NONE,
        null,
        null,
        null);
  }
}
