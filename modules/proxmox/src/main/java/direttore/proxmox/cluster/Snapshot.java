package direttore.proxmox.cluster;

import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.proxmox.api.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes, guests and storages at one moment. Nothing in it ever changes.
 *
 * @param read the summary that it was made from
 */
record Snapshot(
    Resources read,
    List<Node> nodes,
    List<Guest> guests,
    Map<VmId, Guest> byId,
    Map<NodeName, List<Storage>> storages) {

  private static final String NO_FIGURES =
      " does not tell its figures: they are unknown. The Proxmox account may lack Sys.Audit there.";

  /** All guests of one kind on one node, as the node itself lists them. */
  record Live(NodeName node, GuestKind kind, List<Guest> guests) {
    boolean covers(Guest guest) {
      return guest.ref().node().equals(node) && guest.ref().kind() == kind;
    }
  }

  /**
   * What was read, completed by what is known better.
   *
   * @param live lists of nodes where something changed lately, which Proxmox's own summary shows
   *     only after up to 10 s
   * @param before the snapshot held so far, for what nodes that are away cannot tell now
   * @param facts what else is known of nodes
   */
  static Snapshot of(
      Resources read, Collection<Live> live, @Nullable Snapshot before, NodeFacts facts) {
    var nodes =
        read.nodes().stream()
            .map(node -> completed(node, before == null ? null : before.node(node.name()), facts))
            .sorted(Comparator.comparing(Node::name))
            .toList();
    var away =
        nodes.stream()
            .filter(node -> !node.online())
            .collect(Collectors.toMap(Node::name, Function.identity()));
    var guests = new ArrayList<Guest>();
    for (var guest : merged(read.guests(), live)) {
      var node = away.get(guest.ref().node());
      var shown = node != null && isLost(guest, node) ? lost(guest, node, before) : guest;
      guests.add(shown.lock() == null ? shown : held(shown, before, facts.now()));
    }
    guests.sort(Comparator.comparing(guest -> guest.ref().vmid()));
    return new Snapshot(read, nodes, List.copyOf(guests), index(guests), byNode(read));
  }

  private static List<Guest> merged(List<Guest> summary, Collection<Live> live) {
    var guests = new ArrayList<Guest>();
    summary.stream()
        .filter(guest -> live.stream().noneMatch(list -> list.covers(guest)))
        .forEach(guests::add);
    live.forEach(list -> guests.addAll(list.guests()));
    return guests;
  }

  private static Map<VmId, Guest> index(List<Guest> guests) {
    // A guest that is being migrated may stand in the lists of two nodes for a moment.
    return Map.copyOf(
        guests.stream()
            .collect(
                Collectors.toMap(
                    guest -> guest.ref().vmid(), Function.identity(), (first, second) -> second)));
  }

  private static Map<NodeName, List<Storage>> byNode(Resources read) {
    var storages = new HashMap<NodeName, List<Storage>>();
    read.storages()
        .forEach(
            of -> storages.computeIfAbsent(of.node(), node -> new ArrayList<>()).add(of.storage()));
    storages.replaceAll((node, list) -> List.copyOf(list));
    return Map.copyOf(storages);
  }

  private static Node completed(Node now, @Nullable Node before, NodeFacts facts) {
    return facts.complete(away(now, before), before);
  }

  /** A node that is away keeps the figures that it had, and says so. */
  private static Node away(Node now, @Nullable Node before) {
    if (now.online()) {
      return now.told() ? now : now.unread(now.name() + NO_FIGURES);
    }
    var known = before == null ? now : before;
    return new Node(
        now.name(),
        now.status(),
        known.cpu(),
        known.maxCpu(),
        known.mem(),
        known.maxMem(),
        known.disk(),
        known.maxDisk(),
        0,
        null,
        null,
        "%s; its figures are the last known".formatted(absence(now)));
  }

  private static String absence(Node node) {
    return node.status() == Node.Status.OFFLINE
        ? "%s is offline".formatted(node.name())
        : "%s does not report".formatted(node.name());
  }

  /**
   * A guest that is locked, with since when: nobody knows of one that is seen for the first time.
   */
  private static Guest held(Guest now, @Nullable Snapshot before, Instant at) {
    var earlier = before == null ? null : before.byId().get(now.ref().vmid());
    if (earlier == null) {
      return now;
    }
    var same = now.lock() != null && now.lock().equals(earlier.lock());
    return now.lockedSince(same ? earlier.lockedSince() : at);
  }

  /** A node that does not report may answer for itself, and then its guests are known. */
  private static boolean isLost(Guest guest, Node node) {
    return node.status() == Node.Status.OFFLINE || guest.status().equals("unknown");
  }

  /** A guest of a node that is away: nobody knows whether it runs. */
  private static Guest lost(Guest now, Node node, @Nullable Snapshot before) {
    var earlier = before == null ? null : before.byId().get(now.ref().vmid());
    var known = earlier == null ? now : earlier;
    return new Guest(
        now.ref(),
        known.name(),
        "unknown",
        known.cpus(),
        known.maxMem(),
        known.maxDisk(),
        0,
        0,
        0,
        known.tags(),
        known.template(),
        known.lock(),
        known.lockedSince(),
        "%s; this is the last known".formatted(absence(node)));
  }

  /** The node of that name, null when the cluster has none. */
  @Nullable Node node(NodeName name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElse(null);
  }
}
