package direttore.proxmox.cluster;

import direttore.domain.Refusal;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.task.Upid;
import direttore.domain.time.Time;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What changed a moment ago, as the nodes concerned list it: at hand long before the summary shows
 * it, and without a wait for a summary that is being read.
 */
final class RecentChanges {
  /** How long the lists may take, where the summary would do as well in the end. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  // What was not forgotten needs no reading, however old.
  private static final Held.Terms TERMS =
      new Held.Terms(Duration.ofDays(1), Duration.ofSeconds(2), LIMIT, Duration.ofMillis(50));

  private final Proxmox proxmox;
  private final NodeFacts facts;
  private final Consumer<UnaryOperator<Snapshot>> amend;
  private final Changes changes;
  private final Held<List<Snapshot.Live>> lists;

  /**
   * @param amend changes the snapshot that is shown
   */
  RecentChanges(
      Proxmox proxmox, NodeFacts facts, Clock clock, Consumer<UnaryOperator<Snapshot>> amend) {
    this.proxmox = proxmox;
    this.facts = facts;
    this.amend = amend;
    this.changes = new Changes(clock);
    this.lists =
        new Held<>(
            before -> {
              showUnread();
              return Fetched.whole(changes.lists());
            },
            TERMS,
            Time.of(clock));
  }

  void changed(GuestRef guest) {
    changes.add(guest);
    lists.forget();
  }

  /**
   * Shows what tasks of others changed, without anybody waiting for it.
   *
   * @param tasks those that began or ended
   * @param known which guests there are, as far as that is known
   */
  void noticed(List<Upid> tasks, Map<VmId, Guest> known) {
    for (var task : tasks) {
      GuestTask.of(task, known)
          .ifPresent(
              guest -> changes.notice(new Changes.Place(guest.node(), guest.kind()), guest.vmid()));
    }
    showUnread();
  }

  /** Returns once every change so far is in the snapshot, or takes too long to be read. */
  void await() {
    if (changes.misses((Changes.Place) null)) {
      awaitLists();
    }
  }

  /** The same for changes in one list of one node. */
  void await(NodeName node, GuestKind kind) {
    await(new Changes.Place(node, kind));
  }

  /** The same for changes of one guest. */
  void await(VmId vmid) {
    changes.place(vmid).ifPresent(this::await);
  }

  /** Reads that list alone, so that a thousand changes elsewhere hold up nobody here. */
  private void await(Changes.Place place) {
    if (!changes.misses(place)) {
      return;
    }
    if (changes.take(place)) {
      var taken = List.of(place);
      try {
        read(taken);
        amend.accept(this::completed);
      } finally {
        changes.done(taken);
      }
    } else {
      awaitOthers(place);
    }
  }

  private void awaitOthers(Changes.Place place) {
    try {
      changes.awaitRead(place, LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitLists() {
    try {
      lists.get();
    } catch (Refusal.Unreachable e) {
      // Its first lists of all are late; the summary has to do.
    }
  }

  /** Reads anew, in turn, what changed and may still be missing in the summary. */
  List<Snapshot.Live> next() {
    var next = changes.next();
    try {
      read(next);
    } finally {
      changes.done(next);
    }
    return changes.lists();
  }

  private void showUnread() {
    var taken = new ArrayList<Changes.Place>();
    try {
      readUnread(taken);
      if (!taken.isEmpty()) {
        amend.accept(this::completed);
      }
    } finally {
      // Whoever waits for them finds them in the snapshot.
      changes.done(taken);
    }
  }

  private Snapshot completed(Snapshot snapshot) {
    return Snapshot.of(snapshot.read(), changes.lists(), snapshot, facts);
  }

  private void readUnread(List<Changes.Place> taken) {
    var until = System.nanoTime() + LIMIT.toNanos();
    for (var places = changes.unread(); !places.isEmpty(); places = changes.unread()) {
      taken.addAll(places);
      read(places);
      if (System.nanoTime() >= until) {
        break;
      }
    }
  }

  private void read(List<Changes.Place> places) {
    Parallel.map(places, LIMIT, this::live, late -> Optional.<Snapshot.Live>empty()).stream()
        .flatMap(Optional::stream)
        .forEach(changes::read);
  }

  /** What a node itself lists, empty where it does not answer: the summary is good enough then. */
  private Optional<Snapshot.Live> live(Changes.Place place) {
    try {
      var guests = proxmox.node(place.node()).guests(place.kind());
      return Optional.of(new Snapshot.Live(place.node(), place.kind(), guests));
    } catch (ProxmoxFailure e) {
      return Optional.empty();
    }
  }
}
