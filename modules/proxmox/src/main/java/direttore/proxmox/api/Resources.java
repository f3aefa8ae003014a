package direttore.proxmox.api;

import direttore.domain.Refusal;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.proxmox.reply.ReplyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code GET /cluster/resources} lists, by kind. */
public record Resources(List<Node> nodes, List<Guest> guests, List<StorageOf> storages) {
  public Resources {
    nodes = List.copyOf(nodes);
    guests = List.copyOf(guests);
    storages = List.copyOf(storages);
  }

  /** A storage as the given node sees it. */
  public record StorageOf(NodeName node, Storage storage) {}

  static Resources of(List<ReplyRow> rows) {
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
        OddRows.tell(row.text("id"), e);
      }
    }
    return new Resources(nodes, guests, storages);
  }

  private static NodeName nodeName(ReplyRow row) {
    return new NodeName(row.text("node"));
  }

  private static GuestRef ref(GuestKind kind, ReplyRow row) {
    return new GuestRef(kind, nodeName(row), new VmId((int) row.number("vmid")));
  }

  private static Node node(ReplyRow row) {
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

  private static Storage storage(ReplyRow row) {
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
