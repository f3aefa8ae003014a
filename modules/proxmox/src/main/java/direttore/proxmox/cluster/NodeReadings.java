package direttore.proxmox.cluster;

import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Reading;
import direttore.domain.cluster.Template;
import direttore.domain.cluster.Timeframe;
import direttore.domain.node.Network;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.node.StorageName;
import direttore.domain.time.Time;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What only a node itself can tell: its networks, storages and templates. */
final class NodeReadings {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration MORE = Duration.ofMillis(500);
  private static final Duration GAP = Duration.ofSeconds(1);

  private final Proxmox proxmox;
  private final Held<Snapshot> summary;
  private final TemplateReader templateReader;
  private final Duration limit;
  private final Held.Terms room;
  private final Held.Terms furniture;
  private final Time time;
  private final Map<NodeName, Held<List<Network>>> networks = new ConcurrentHashMap<>();
  private final Map<NodeName, Held<List<Storage>>> storages = new ConcurrentHashMap<>();
  private final Map<NodeName, Held<List<Template>>> templates = new ConcurrentHashMap<>();
  private final Map<Span, Held<List<HistoryPoint>>> histories = new ConcurrentHashMap<>();

  private record Span(NodeName node, Timeframe frame) {}

  /**
   * @param limit how long one part may take before the rest goes without it
   */
  NodeReadings(Proxmox proxmox, Held<Snapshot> summary, Duration limit, Clock clock) {
    this.proxmox = proxmox;
    this.summary = summary;
    this.limit = limit;
    this.room = terms(Duration.ofSeconds(10), limit);
    this.furniture = furniture(limit);
    this.templateReader = new TemplateReader(proxmox, limit);
    this.time = Time.of(clock);
  }

  /** Of what changes seldom. */
  static Held.Terms furniture(Duration limit) {
    return terms(Duration.ofSeconds(30), limit);
  }

  private static Held.Terms terms(Duration freshFor, Duration limit) {
    return new Held.Terms(freshFor, RETRY, limit.plus(MORE), GAP);
  }

  Reading<List<Network>> networks(NodeName node) {
    return networks
        .computeIfAbsent(node, name -> new Held<>(before -> readNetworks(name), furniture, time))
        .get();
  }

  Reading<List<Storage>> storages(NodeName node) {
    return storages
        .computeIfAbsent(node, name -> new Held<>(before -> readStorages(name, before), room, time))
        .get();
  }

  Reading<List<Template>> templates(NodeName node) {
    return templates
        .computeIfAbsent(
            node, name -> new Held<>(before -> readTemplates(name, before), furniture, time))
        .get();
  }

  /** What the storage of a volume holds, from memory where that volume was seen lately. */
  Optional<List<Template>> images(NodeName node, Template.Content content, String volid) {
    var known = Optional.ofNullable(templates.get(node)).flatMap(Held::last).orElse(List.of());
    if (known.stream().anyMatch(t -> t.content() == content && t.volid().equals(volid))) {
      return Optional.of(known);
    }
    return Parallel.map(
            List.of(StorageName.holding(volid)),
            limit,
            storage -> templateReader.read(node, storage, content),
            late -> Optional.<List<Template>>empty())
        .getFirst();
  }

  Reading<List<HistoryPoint>> history(NodeName node, Timeframe frame) {
    return histories
        .computeIfAbsent(
            new Span(node, frame), span -> new Held<>(before -> readHistory(span), furniture, time))
        .get();
  }

  private Fetched<List<HistoryPoint>> readHistory(Span span) {
    requireOnline(span.node());
    return Fetched.whole(proxmox.node(span.node()).history(span.frame()));
  }

  /** Forgets what a change of a guest may have changed on its node. */
  void forget(NodeName node) {
    forget(storages.get(node));
    forget(templates.get(node));
  }

  private static void forget(@Nullable Held<?> held) {
    if (held != null) {
      held.forget();
    }
  }

  private Fetched<List<Network>> readNetworks(NodeName node) {
    requireOnline(node);
    return Fetched.whole(proxmox.node(node).bridges());
  }

  private Fetched<List<Storage>> readStorages(NodeName node, @Nullable List<Storage> before) {
    try {
      requireOnline(node);
      var all = Parallel.map(List.of(node), limit, this::listed, NodeReadings::slow).getFirst();
      return Fetched.whole(all.stream().map(NodeReadings::marked).toList());
    } catch (ProxmoxFailure e) {
      // Free space is known from the summary too, though ten seconds older and without names of
      // storages that are disabled.
      var known = before == null ? summary.get().value().storages().get(node) : before;
      var stale = Objects.requireNonNullElse(known, List.<Storage>of());
      return new Fetched<>(
          stale.stream().map(s -> with(s, e.getMessage())).toList(), e.getMessage());
    }
  }

  private List<Storage> listed(NodeName node) {
    return proxmox.node(node).storages();
  }

  private static List<Storage> slow(NodeName node) {
    throw new ProxmoxFailure.Unreachable("%s is slow to list its storages".formatted(node), null);
  }

  private static Storage marked(Storage storage) {
    return storage.enabled() && !storage.active()
        ? with(storage, "the node does not reach storage %s".formatted(storage.name()))
        : storage;
  }

  private static Storage with(Storage s, @Nullable String trouble) {
    return new Storage(
        s.name(),
        s.type(),
        s.content(),
        s.avail(),
        s.total(),
        s.enabled(),
        s.active(),
        s.shared(),
        trouble);
  }

  private Fetched<List<Template>> readTemplates(NodeName node, @Nullable List<Template> before) {
    var there = storages(node);
    var guests = summary.get().value().guests();
    var found = templateReader.read(node, there.value(), guests, before);
    return there.stale() && found.trouble() == null
        ? new Fetched<>(found.value(), there.trouble())
        : found;
  }

  /** A node that is known to be away is not asked: Proxmox would let the request hang for 30 s. */
  void requireOnline(NodeName name) {
    var node = summary.get().value().node(name);
    if (node != null && node.status() == Node.Status.OFFLINE) {
      throw new ProxmoxFailure.Unreachable("%s is offline".formatted(name), null);
    }
  }
}
