package direttore.proxmox.api;

import direttore.domain.Refusal;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.proxmox.reply.Row;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code GET /cluster/resources} lists, by kind. */
public record Resources(List<Node> nodes, List<Guest> guests, List<StorageOf> storages) {
  private static final Logger LOG = System.getLogger(Resources.class.getName());
  private static final int MOST_TOLD = 100;

  /** The rows that were told of; each is told once. */
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  public Resources {
    nodes = List.copyOf(nodes);
    guests = List.copyOf(guests);
    storages = List.copyOf(storages);
  }

  /** A storage as the given node sees it. */
  public record StorageOf(NodeName node, Storage storage) {}

  static Resources of(List<Row> rows) {
    var nodes = new ArrayList<Node>();
    var guests = new ArrayList<Guest>();
    var storages = new ArrayList<StorageOf>();
    for (var row : rows) {
      try {
        switch (row.text("type")) {
          case "node" -> nodes.add(node(row));
          case "qemu" -> guests.add(Guests.listed(ref(GuestKind.QEMU, row), row));
          case "lxc" -> guests.add(Guests.listed(ref(GuestKind.LXC, row), row));
          case "storage" -> storages.add(new StorageOf(nodeName(row), storage(row)));
          default -> {
            // Pools and SDN zones say nothing of nodes, guests or storages.
          }
        }
      } catch (Refusal.Invalid e) {
        tell(row, e);
      }
    }
    return new Resources(nodes, guests, storages);
  }

  /** One row that cannot be read must not hide all others. */
  private static void tell(Row row, Refusal.Invalid why) {
    var id = row.text("id");
    if (TOLD.size() < MOST_TOLD && TOLD.add(id)) {
      LOG.log(
          Level.WARNING,
          () -> "A row of the cluster's list is left out: %s (%s)".formatted(id, why.getMessage()));
    }
  }

  private static NodeName nodeName(Row row) {
    return new NodeName(row.text("node"));
  }

  private static GuestRef ref(GuestKind kind, Row row) {
    return new GuestRef(kind, nodeName(row), new VmId((int) row.number("vmid")));
  }

  private static Node node(Row row) {
    return new Node(
        nodeName(row),
        status(row.text("status")),
        row.decimal("cpu"),
        (int) row.number("maxcpu"),
        row.number("mem"),
        row.number("maxmem"),
        row.number("disk"),
        row.number("maxdisk"),
        row.number("uptime"),
        null,
        null,
        null);
  }

  private static Node.Status status(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "online" -> Node.Status.ONLINE;
      case "offline" -> Node.Status.OFFLINE;
      default -> Node.Status.UNKNOWN;
    };
  }

  private static Storage storage(Row row) {
    var available = row.text("status").equals("available");
    return new Storage(
        row.text("storage"),
        row.text("plugintype"),
        Storages.content(row.text("content")),
        Math.max(0, row.number("maxdisk") - row.number("disk")),
        row.number("maxdisk"),
        true,
        available,
        row.flag("shared"),
        null);
  }
}
