package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Reading;
import direttore.domain.cluster.Template;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.SizeWords;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.Network;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.node.StorageName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a node has what a new guest needs. */
final class Placement {
  private final Cluster cluster;

  Placement(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Notes everything that the node lacks; refuses at once when it is not there. */
  void check(NodeName node, GuestAction.Creation order, Obstacles obstacles) {
    var there = online(node);
    switch (order) {
      case GuestAction.CreateVm o -> check(there, o.vm(), order.size().cores(), obstacles);
      case GuestAction.CreateContainer o -> check(there, o.container(), obstacles);
    }
  }

  private void check(Node node, NewVm vm, int cores, Obstacles obstacles) {
    var networks = networks(node, !vm.nics().isEmpty());
    var image = image(node, vm);
    bridges(node, networks, vm.nics().stream().map(VmNic::bridge).toList(), obstacles);
    switch (vm.source()) {
      case VmSource.Blank blank -> {
        obstacles.check(image::get);
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
    if (vm.start()) {
      obstacles.check(() -> processors(node, cores));
    }
  }

  private void check(Node node, NewContainer container, Obstacles obstacles) {
    var networks = networks(node, !container.nics().isEmpty());
    var archive =
        begin(() -> volume(node, "template", container.template(), Template.Content.VZTMPL));
    bridges(
        node, networks, container.nics().stream().map(ContainerNic::bridge).toList(), obstacles);
    obstacles.check(archive::get);
    obstacles.check(
        () -> room(node, "disk_size", container.storage(), "rootdir", container.disk()));
    obstacles.check(() -> memory(node, container.memory()));
    if (!container.unprivileged()) {
      obstacles.check(this::privileged);
    }
  }

  private Beside<Boolean> image(Node node, NewVm vm) {
    return begin(() -> {
      if (vm.source() instanceof VmSource.Blank blank && blank.volid() != null) {
        volume(node, "iso", blank.volid(), Template.Content.ISO);
      }
    });
  }

  private static Beside<Boolean> begin(Runnable check) {
    return Beside.begin(() -> {
      check.run();
      return true;
    });
  }

  /** The bridges and VNets of the node, empty where it does not tell: unknown, not none. */
  private Beside<Optional<List<Network>>> networks(Node node, boolean wanted) {
    return Beside.begin(() -> {
      try {
        return wanted ? Optional.of(cluster.networks(node.name()).value()) : Optional.empty();
      } catch (Refusal.Unreachable | Refusal.Upstream e) {
        return Optional.empty();
      }
    });
  }

  private static void bridges(
      Node node,
      Beside<Optional<List<Network>>> networks,
      List<String> bridges,
      Obstacles obstacles) {
    networks
        .get()
        .ifPresent(there -> {
          for (int i = 0; i < bridges.size(); i++) {
            var nic = i;
            obstacles.check(() -> bridge(node, there, bridges.get(nic), nic));
          }
        });
  }

  private Node online(NodeName node) {
    var found =
        cluster.nodes().value().stream()
            .filter(n -> n.name().equals(node))
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("node", node));
    if (!found.online()) {
      throw new Refusal.WrongState("node %s is not online".formatted(node), "node");
    }
    return found;
  }

  private static void bridge(Node node, List<Network> networks, String bridge, int nic) {
    if (networks.stream().noneMatch(n -> n.iface().equals(bridge))) {
      throw new Refusal.Unknown(
          "bridge",
          "nics[%d].bridge".formatted(nic),
          "%s has no bridge %s; it has %s"
              .formatted(
                  node.name(), bridge, list(networks.stream().map(Network::iface).toList())));
    }
  }

  private void volume(Node node, String field, String volid, Template.Content content) {
    var name = StorageName.holding(volid);
    var storage = cluster.storage(node.name(), name);
    var kind = content == Template.Content.ISO ? "iso" : "template";
    if (storage.value().isEmpty()) {
      if (!storage.stale()) {
        throw new Refusal.Unknown(
            kind, field, "%s has no %s; it has no storage %s".formatted(node.name(), volid, name));
      }
      return;
    }
    requireActive(node, storage, field);
    cluster
        .images(node.name(), content, volid)
        .map(there -> there.stream().filter(t -> t.content() == content).toList())
        .filter(there -> there.stream().noneMatch(t -> t.volid().equals(volid)))
        .ifPresent(there -> {
          var others = there.stream().map(Template::volid);
          throw new Refusal.Unknown(
              kind,
              field,
              "%s has no %s; %s has %s".formatted(node.name(), volid, name, list(others.toList())));
        });
  }

  private Optional<Storage> storage(Node node, String name, String content) {
    var reading = cluster.storage(node.name(), name);
    var found = reading.value().filter(s -> s.enabled() && s.holds(content));
    if (found.isEmpty() && (reading.value().isPresent() || !reading.stale())) {
      throw noStorage(node, name, content);
    }
    requireActive(node, reading, "storage");
    return found;
  }

  private Refusal noStorage(Node node, String name, String content) {
    var fit =
        cluster.storages(node.name()).value().stream()
            .filter(s -> s.enabled() && s.holds(content))
            .map(Storage::name)
            .toList();
    return new Refusal.Unknown(
        "storage",
        "storage",
        "%s has no storage %s for %s; it has %s".formatted(node.name(), name, content, list(fit)));
  }

  private static void requireActive(Node node, Reading<Optional<Storage>> reading, String field) {
    reading
        .value()
        .filter(storage -> !storage.active() && !reading.stale())
        .ifPresent(storage -> {
          throw new Refusal.WrongState(
              "storage %s is not active on %s".formatted(storage.name(), node.name()), field);
        });
  }

  private void room(Node node, String field, String name, String content, DiskSize wanted) {
    storage(node, name, content)
        .filter(storage -> storage.active() && storage.avail() < wanted.bytes())
        .ifPresent(storage -> {
          throw new Refusal.NoSpace(
              field.equals("storage") ? "disk" : field,
              "%s on %s has %s free, %s is asked for"
                  .formatted(
                      name,
                      node.name(),
                      SizeWords.of(storage.avail()),
                      SizeWords.of(wanted.bytes())));
        });
  }

  private static void memory(Node node, int mib) {
    var max = node.maxMem();
    if (max > 0 && (long) mib << 20 > max) {
      throw new Refusal.NoSpace(
          "memory",
          "%s has %s in all, %s is asked for"
              .formatted(node.name(), SizeWords.of(max), SizeWords.of((long) mib << 20)));
    }
  }

  /** Proxmox makes such a VM but never starts it there ("MAX 8 vcpus allowed per VM"). */
  private static void processors(Node node, int cores) {
    if (node.maxCpu() > 0 && cores > node.maxCpu()) {
      throw new Refusal.NoSpace(
          "cores",
          "%s has %d processors, so that a VM with %d cannot start there"
              .formatted(node.name(), node.maxCpu(), cores));
    }
  }

  private void privileged() {
    if (cluster.lacks("Sys.Modify")) {
      throw new Refusal.Impossible(
          "unprivileged",
          "cannot be false: the account at Proxmox lacks Sys.Modify on /, which a privileged"
              + " container takes");
    }
  }

  private static String list(List<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    var shown = names.stream().limit(10).collect(Collectors.joining(", "));
    return names.size() > 10 ? shown + ", …" : shown;
  }
}
