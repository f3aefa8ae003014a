package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.SizeWords;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes can take a guest that somebody has in mind, by the very checks that its order must
 * pass, and which of them is the best choice.
 */
public final class Candidates {
  private final Cluster cluster;
  private final Provisioning provisioning;
  private final Rooms rooms;

  public Candidates(Cluster cluster, Provisioning provisioning, Rooms rooms) {
    this.cluster = cluster;
    this.provisioning = provisioning;
    this.rooms = rooms;
  }

  /**
   * A node, and whether it can take the guest.
   *
   * @param obstacle why an order would be refused there, or null
   * @param fits whether it has that much left to promise
   * @param storage the one to name in the order; null where the guest lies with its template
   */
  public record Candidate(
      Room room, @Nullable String obstacle, boolean fits, @Nullable String storage) {
    public NodeName node() {
      return room.node().name();
    }

    public boolean possible() {
      return obstacle == null;
    }
  }

  /** The node to take where somebody has no other preference, and why. */
  public record Choice(NodeName node, String reason) {}

  /** All nodes by name, and the best of them; null where none can take the guest. */
  public record Answer(List<Candidate> candidates, @Nullable Choice choice) {
    public Answer {
      candidates = List.copyOf(candidates);
    }
  }

  /** What each node would say to the order. */
  public Answer of(Wanted wanted, Actor actor) {
    var trials = trials(wanted, actor);
    var candidates =
        EachNode.ask(rooms.all().value(), room -> candidate(room, wanted, trials, actor));
    return new Answer(candidates, choice(candidates));
  }

  /** Makes the order that a node would get. */
  private interface Trials {
    Trial on(NodeName node, Obstacles obstacles);
  }

  /**
   * An order that a node would get.
   *
   * @param storage what it names, null where it lies with its template
   */
  private record Trial(GuestAction.Creation order, @Nullable String storage) {}

  private Trials trials(Wanted wanted, Actor actor) {
    return switch (wanted.source()) {
      case Wanted.Source.Clone s -> {
        // The template is read once, not once for each node.
        var copying = provisioning.copying(s.template(), actor);
        yield (node, obstacles) -> {
          var storage = instead(node, copying.storages(), wanted, actor);
          var copy = copying.onto(node, storage, wanted.disk(), obstacles);
          return new Trial(wanted.vm(copy), storage);
        };
      }
      case Wanted.Source.Blank s ->
          (node, obstacles) -> {
            var storage = storage(node, wanted, actor);
            return new Trial(wanted.blank(s.volid(), storage), storage);
          };
      case Wanted.Source.Archive s ->
          (node, obstacles) -> {
            var storage = storage(node, wanted, actor);
            return new Trial(wanted.container(s.volid(), storage), storage);
          };
    };
  }

  private Candidate candidate(Room room, Wanted wanted, Trials trials, Actor actor) {
    if (!room.node().online()) {
      return new Candidate(room, room.silent(), false, null);
    }
    var node = room.node().name();
    try {
      var obstacles = new Obstacles();
      var trial = trials.on(node, obstacles);
      provisioning.suits(node, trial.order(), wanted.team(), actor, obstacles);
      obstacles.refuseIfAny();
      var fits = !wanted.start() || room.holds(wanted.cores(), (double) wanted.memoryBytes());
      return new Candidate(room, null, fits, trial.storage());
    } catch (Refusal.Invalid e) {
      // It could be made nowhere, whatever the node.
      throw e;
    } catch (Refusal e) {
      return new Candidate(room, e.getMessage(), false, null);
    }
  }

  /** Where a full copy can lie, when they may not put one where its template lies; null else. */
  private @Nullable String instead(
      NodeName node, Set<String> storages, Wanted wanted, Actor actor) {
    return storages.stream().allMatch(s -> allows(node, s, wanted, actor))
        ? null
        : inUse(node, wanted)
            .filter(s -> allows(node, s.name(), wanted, actor))
            .max(Comparator.comparingLong(Storage::avail))
            .map(Storage::name)
            .orElse(null);
  }

  /** The storage of the node with the most room, of those that they may use. */
  private String storage(NodeName node, Wanted wanted, Actor actor) {
    var all = inUse(node, wanted).toList();
    if (all.isEmpty()) {
      throw new Refusal.Impossible(
          "storage", "%s has no storage in use for %s".formatted(node, wanted.content()));
    }
    return all.stream()
        .filter(s -> allows(node, s.name(), wanted, actor))
        .max(Comparator.comparingLong(Storage::avail))
        .map(Storage::name)
        .orElseThrow(() ->
            new Refusal.Impossible(
                "storage",
                "%s has no storage for %s that is yours to use; you may use %s"
                    .formatted(
                        node, wanted.content(), provisioning.allowed().storages(wanted.team()))));
  }

  private Stream<Storage> inUse(NodeName node, Wanted wanted) {
    return cluster.storages(node).value().stream()
        .filter(s -> s.enabled() && s.active() && s.holds(wanted.content()));
  }

  private boolean allows(NodeName node, String storage, Wanted wanted, Actor actor) {
    return provisioning.allowed().storage(node, storage, wanted.tags(), wanted.team(), actor);
  }

  private static @Nullable Choice choice(List<Candidate> candidates) {
    var possible = candidates.stream().filter(Candidate::possible).toList();
    var best =
        possible.stream()
            .max(
                Comparator.comparing(Candidate::fits)
                    .thenComparing(c -> c.room().silent() == null && !c.room().full())
                    .thenComparingDouble(c -> c.room().memory().left())
                    .thenComparingDouble(c -> c.room().cores().left())
                    .thenComparing(Candidate::node, Comparator.reverseOrder()))
            .orElse(null);
    return best == null ? null : new Choice(best.node(), reason(best, possible.size()));
  }

  private static String reason(Candidate best, int possible) {
    var room = best.room();
    if (possible == 1) {
      return "%s is the only node that can take it.".formatted(best.node());
    }
    if (room.silent() != null) {
      return "No node tells how much room it has.";
    }
    var left =
        "%s of memory and %s are not promised to guests"
            .formatted(
                SizeWords.of((long) room.memory().left()), cores((long) room.cores().left()));
    return best.fits()
        ? "%s has the most room: %s.".formatted(best.node(), left)
        : "No node has room for all of it; %s comes closest: %s.".formatted(best.node(), left);
  }

  private static String cores(long count) {
    return count == 1 ? "1 core" : count + " cores";
  }
}
