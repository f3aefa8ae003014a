package direttore.domain.cluster;

import direttore.domain.Refusal;
import direttore.domain.event.Event;
import direttore.domain.event.Events;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Removal;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.Snapshots;
import direttore.domain.guest.VmId;
import direttore.domain.node.Network;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.task.TaskLog;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as it was last read. Answers come from memory, with their age; a node or storage that
 * does not answer makes its own part stale and never the rest slow.
 *
 * <p>Methods that name a node refuse with {@code NotFound} when the cluster has none of that name,
 * and with {@code Unreachable} when nothing was ever read.
 */
public interface Cluster {
  /** All nodes, by name. */
  Reading<List<Node>> nodes();

  /**
   * Whether the cluster has a node of the name. What was read last is enough, however old: nodes
   * come and go rarely, and orders that name one must not wait for a list.
   */
  boolean has(NodeName node);

  /** Its name, and whether it can act. */
  Reading<ClusterState> state();

  /** All guests of all nodes, by VMID, after a short wait for what was changed a moment ago. */
  Reading<List<Guest>> guests();

  /**
   * All guests of all nodes, by VMID. Only what was changed a moment ago among those of one kind on
   * one node is waited for, so that changes elsewhere hold up nobody.
   */
  Reading<List<Guest>> guestsFreshOn(NodeName node, GuestKind kind);

  /** One guest by its id, wherever it runs. */
  Optional<Guest> guest(VmId vmid);

  /** Whether the cluster itself says now that no guest has the id, whatever the account may see. */
  boolean vacant(VmId vmid);

  /** Bridges and VNets of a node. */
  Reading<List<Network>> networks(NodeName node);

  /** All storages that the node may use, whatever they hold. */
  Reading<List<Storage>> storages(NodeName node);

  /**
   * One storage of the node, empty where the node has none of that name; from memory where it is at
   * hand, so that no other storage is asked. Stale where nobody could tell: unknown, not absent.
   */
  Reading<Optional<Storage>> storage(NodeName node, String name);

  /**
   * Images or archives that one storage holds, without a look at any other; empty where it does not
   * tell in time: unknown, not none.
   *
   * @param volid the one that is looked for; where it was seen lately, the storage is not asked
   */
  Optional<List<Template>> images(NodeName node, Template.Content content, String volid);

  /**
   * Whether the account at Proxmox lacks the privilege on everything; false where that is not
   * known.
   */
  boolean lacks(String privilege);

  /**
   * The storages of all nodes as the cluster's summary tells them, up to ten seconds older than
   * those of {@link #storages(NodeName)}.
   */
  Reading<Map<NodeName, List<Storage>>> storages();

  /**
   * Installation images and container archives of every storage of the node, and templates on it.
   */
  Reading<List<Template>> templates(NodeName node);

  /** The load of a node over time, oldest first. */
  Reading<List<HistoryPoint>> history(NodeName node, Timeframe frame);

  /** The load of a guest over time, oldest first. */
  Reading<List<HistoryPoint>> history(GuestRef guest, Timeframe frame);

  /** Configuration and status of one guest, read now. */
  GuestDetail detail(GuestRef guest);

  /** The same, of one that is followed to another node, once. */
  default GuestDetail followed(GuestRef guest) {
    try {
      return detail(guest);
    } catch (Refusal.Moved e) {
      return detail(e.to());
    }
  }

  /** The snapshots of a guest, and whether it can have one more, read now. */
  Snapshots snapshots(GuestRef guest);

  /** As {@link #snapshots(GuestRef)}, of a guest that was read just now. */
  default Snapshots snapshots(GuestDetail guest) {
    return snapshots(guest.ref());
  }

  /** The snapshots of a guest alone, read now. */
  default SnapshotTree snapshotTree(GuestRef guest) {
    return snapshots(guest).tree();
  }

  /** What goes with a guest's deletion, read now. */
  Removal removal(GuestRef guest);

  /** State of a task, read now; refuses with {@code NotFound} for a UPID nobody knows. */
  TaskReport task(Upid upid);

  /** The last lines of a task's log, oldest first, read now. */
  List<String> taskLog(Upid upid, int lines);

  /** A part of a task's log, read now. */
  TaskLog taskLog(Upid upid, long start, int limit);

  /**
   * Tasks of a node, running and ended, newest first, read now.
   *
   * @param vmid only those on this guest, or null for all
   */
  List<TaskReport> tasks(NodeName node, @Nullable VmId vmid, int limit);

  /**
   * Calls the listener for what is found changed from one reading to the next, whoever changed it:
   * guests, or the cluster's nodes or guests as a whole. The cluster is read often while anyone
   * listens. The listener must not block; closing the subscription ends it.
   */
  Events.Subscription subscribe(Consumer<Event> listener);

  /** Forgets what is held of a guest and its node, so that the next answer is read afresh. */
  void changed(GuestRef guest);
}
