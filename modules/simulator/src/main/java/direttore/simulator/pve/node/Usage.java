package direttore.simulator.pve.node;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Guests;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** How much guests and nodes use at a moment. */
public final class Usage {
  private static final long MIB = 1L << 20;
  private static final int MOST_CPUS = 128;
  private static final double SHORT_WAVE_SECONDS = 97;
  private static final double LONG_WAVE_SECONDS = 1_009;

  private final long seed;
  private final Guests guests;
  private volatile Sums latest = new Sums(Long.MIN_VALUE, -1, Map.of());

  /** The usage of these guests. */
  public Usage(long seed, Guests guests) {
    this.seed = seed;
    this.guests = guests;
  }

  /** What a running guest uses at that second. */
  public Load of(Guest guest, long second) {
    var random = new SplittableRandom(seed * 31 + guest.vmid());
    var calm = random.nextDouble(0.01, 0.25);
    var phase = random.nextDouble(Math.PI * 2);
    var uptime = Math.max(0, second - guest.run().since());
    var cpu = calm * (1 + 0.6 * wave(second, phase)) + 0.001;
    var fill = random.nextDouble(0.25, 0.75) * warmUp(uptime);
    var memory = memory(guest);
    var mem = (long) (memory * Math.min(0.95, fill * (1 + 0.1 * wave(second, phase + 1))));
    var rate = random.nextLong(500, 200_000);
    return new Load(
        cpu,
        mem / 4096 * 4096,
        uptime,
        uptime * rate,
        uptime * rate / 3,
        uptime * rate / 2 + 40 * MIB,
        uptime * rate * 2 / 3 + 8 * MIB);
  }

  /** Bytes of memory given to a guest. */
  public static long memory(Guest guest) {
    var text = guest.get("memory", "512");
    if (!Character.isDigit(text.charAt(0)) || text.indexOf(',') >= 0) {
      text = text.replaceFirst("^current=", "").replaceFirst(",.*", "");
    }
    return Long.parseLong(text) * MIB;
  }

  /** Processors given to a guest on a node with so many. */
  public static int cpus(Guest guest, int available) {
    if (guest.get("vcpus") != null) {
      return (int) guest.number("vcpus", 1);
    }
    var cores = guest.number("cores", 0) * guest.number("sockets", 1);
    return switch (guest.kind()) {
      case QEMU -> (int) Math.min(available, Math.max(1, cores));
      case LXC -> cores > 0 ? (int) cores : available;
    };
  }

  /** What a node uses at that second: its own part and that of its running guests. */
  public Load of(Node node, long second) {
    var random = new SplittableRandom(seed * 17 + node.id());
    var phase = random.nextDouble(Math.PI * 2);
    var sum = sums(second).getOrDefault(node.name(), new Sum(0, 0));
    var cpu = 0.01 * node.cpus() * (1 + 0.5 * wave(second, phase)) + sum.cpus;
    var uptime = Math.max(0, second - node.booted());
    return new Load(
        Math.min(1, cpu / node.cpus()),
        Math.min(node.memory() * 97 / 100, node.memory() / 20 + sum.memory),
        uptime,
        uptime * 90_000,
        uptime * 70_000,
        uptime * 10_000,
        uptime * 20_000);
  }

  /** What the running guests of each node use, computed once for every second and change. */
  private Map<String, Sum> sums(long second) {
    var before = latest;
    if (before.second == second && before.version == guests.version()) {
      return before.byNode;
    }
    var version = guests.version();
    var sums = new HashMap<String, Sum>();
    for (var guest : guests.all()) {
      if (guest.running()) {
        var load = of(guest, second);
        var used = new Sum(load.cpu() * cpus(guest, MOST_CPUS), load.memory());
        sums.merge(guest.node(), used, Sum::plus);
      }
    }
    latest = new Sums(second, version, sums);
    return sums;
  }

  private static double wave(long second, double phase) {
    return 0.5 * Math.sin(second * Math.PI * 2 / SHORT_WAVE_SECONDS + phase)
        + 0.5 * Math.sin(second * Math.PI * 2 / LONG_WAVE_SECONDS + phase * 2);
  }

  private static double warmUp(long uptime) {
    return Math.min(1, 0.3 + uptime / 300.0);
  }

  /**
   * Usage at a moment.
   *
   * @param cpu part of the processors given, 0 to 1
   * @param memory bytes
   * @param uptime seconds
   */
  public record Load(
      double cpu,
      long memory,
      long uptime,
      long netin,
      long netout,
      long diskread,
      long diskwrite) {}

  private record Sum(double cpus, long memory) {
    Sum plus(Sum other) {
      return new Sum(cpus + other.cpus, memory + other.memory);
    }
  }

  private record Sums(long second, long version, Map<String, Sum> byNode) {}
}
