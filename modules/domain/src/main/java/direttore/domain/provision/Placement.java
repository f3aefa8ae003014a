package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Template;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.node.Network;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.operation.Order;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a node has what a new guest needs. */
final class Placement {
  private final Cluster cluster;

  Placement(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Notes everything that the node lacks; refuses at once when it is not there. */
  void check(NodeName node, Order.Creation order, Obstacles obstacles) {
    online(node);
    switch (order) {
      case Order.CreateVm o -> check(node, o.vm(), obstacles);
      case Order.CreateContainer o -> check(node, o.container(), obstacles);
    }
  }

  private void check(NodeName node, NewVm vm, Obstacles obstacles) {
    bridges(node, vm.nics().stream().map(VmNic::bridge).toList(), obstacles);
    switch (vm.source()) {
      case VmSource.Blank blank -> {
        var volid = blank.volid();
        if (volid != null) {
          obstacles.check(() -> volume(node, "iso", volid, Template.Content.ISO));
        }
        obstacles.check(() -> room(node, "storage", blank.storage(), "images", blank.disk()));
      }
      case VmSource.Clone clone -> {
        var name = clone.storage();
        if (name != null) {
          obstacles.check(() -> storage(node, name, "images"));
        }
      }
    }
    obstacles.check(() -> memory(node, vm.memory()));
  }

  private void check(NodeName node, NewContainer container, Obstacles obstacles) {
    bridges(node, container.nics().stream().map(ContainerNic::bridge).toList(), obstacles);
    obstacles.check(() -> volume(node, "template", container.template(), Template.Content.VZTMPL));
    obstacles.check(
        () -> room(node, "disk_size", container.storage(), "rootdir", container.disk()));
    obstacles.check(() -> memory(node, container.memory()));
  }

  private void bridges(NodeName node, List<String> bridges, Obstacles obstacles) {
    for (int i = 0; i < bridges.size(); i++) {
      var nic = i;
      obstacles.check(() -> bridge(node, bridges.get(nic), nic));
    }
  }

  private void online(NodeName node) {
    var found = find(node);
    if (!found.online()) {
      throw new Refusal.WrongState("node %s is not online".formatted(node), "node");
    }
  }

  private Node find(NodeName node) {
    return cluster.nodes().value().stream()
        .filter(n -> n.name().equals(node))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("node", node));
  }

  private void bridge(NodeName node, String bridge, int nic) {
    var networks = cluster.networks(node).value();
    if (networks.stream().noneMatch(n -> n.iface().equals(bridge))) {
      throw new Refusal.Unknown(
          "bridge",
          "nics[%d].bridge".formatted(nic),
          "%s has no bridge %s; it has %s"
              .formatted(node, bridge, list(networks.stream().map(Network::iface).toList())));
    }
  }

  private void volume(NodeName node, String field, String volid, Template.Content content) {
    var there =
        cluster.templates(node).value().stream().filter(t -> t.content() == content).toList();
    if (there.stream().noneMatch(t -> t.volid().equals(volid))) {
      throw new Refusal.Unknown(
          content == Template.Content.ISO ? "iso" : "template",
          field,
          "%s has no %s; it has %s"
              .formatted(node, volid, list(there.stream().map(Template::volid).toList())));
    }
  }

  private Storage storage(NodeName node, String name, String content) {
    var storages = cluster.storages(node).value();
    var fit = storages.stream().filter(s -> s.enabled() && s.holds(content)).toList();
    return fit.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal.Unknown(
                "storage",
                "storage",
                "%s has no storage %s for %s; it has %s"
                    .formatted(
                        node, name, content, list(fit.stream().map(Storage::name).toList()))));
  }

  private void room(NodeName node, String field, String name, String content, DiskSize wanted) {
    var storage = storage(node, name, content);
    if (storage.active() && storage.avail() < wanted.bytes()) {
      throw new Refusal.NoSpace(
          field.equals("storage") ? "disk" : field,
          "%s on %s has %s free, %s is asked for"
              .formatted(name, node, gib(storage.avail()), gib(wanted.bytes())));
    }
  }

  private void memory(NodeName node, int mib) {
    var max = find(node).maxMem();
    if (max > 0 && (long) mib << 20 > max) {
      throw new Refusal.NoSpace(
          "memory",
          "%s has %s in all, %s is asked for".formatted(node, gib(max), gib((long) mib << 20)));
    }
  }

  private static String gib(long bytes) {
    return "%.1f GiB".formatted(bytes / (double) (1L << 30));
  }

  private static String list(List<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    var shown = names.stream().limit(10).collect(Collectors.joining(", "));
    return names.size() > 10 ? shown + ", …" : shown;
  }
}
