package direttore.domain.record;

import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Guest;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Machine;
import direttore.domain.record.Drift.Difference;
import direttore.domain.record.Drift.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the guests of Proxmox with the virtual machines that the copy of NetBox has in the
 * cluster of theirs. What was recorded after the copy was read is not judged yet.
 */
public final class DriftFinder {
  private final Inventory inventory;
  private final Cluster cluster;
  private final GuestRecords records;
  private final Optional<String> name;

  /**
   * @param name the name of the cluster at NetBox; empty for Proxmox's own
   */
  public DriftFinder(
      Inventory inventory, Cluster cluster, GuestRecords records, Optional<String> name) {
    this.inventory = inventory;
    this.cluster = cluster;
    this.records = records;
    this.name = name;
  }

  /**
   * What was found.
   *
   * @param trouble why the guests may not be as they are shown, or null
   */
  public record Found(List<Drift> drifts, @Nullable String trouble) {
    public Found {
      drifts = List.copyOf(drifts);
    }
  }

  /** All of it, guests first, each by name. */
  public Found find() {
    var guests = cluster.guests();
    var comparison = new Comparison(guests.value());
    inventory.machines().forEach(comparison::take);
    return new Found(comparison.drifts(guests.stale()), guests.trouble());
  }

  private Set<String> clusters() {
    var own = cluster.state().value().name();
    return name.or(() -> Optional.ofNullable(own))
        .map(Set::of)
        .orElseGet(() ->
            cluster.nodes().value().stream()
                .map(node -> node.name().value())
                .collect(Collectors.toUnmodifiableSet()));
  }

  private final class Comparison {
    private final Set<String> clusters = clusters();
    private final @Nullable Instant readAt = inventory.state().readAt();
    private final Map<UUID, GuestRecord> byKey = new HashMap<>();
    private final Map<Integer, GuestRecord> byVmid = new HashMap<>();
    private final Map<Integer, Guest> guests = new HashMap<>();
    private final Set<Integer> found = new HashSet<>();
    private final List<Machine> others = new ArrayList<>();
    private final List<Drift> machines = new ArrayList<>();

    Comparison(List<Guest> all) {
      all.stream()
          .filter(guest -> !guest.template())
          .forEach(guest -> guests.put(guest.ref().vmid().value(), guest));
      for (var record : records.all()) {
        byKey.put(record.id(), record);
        if (record.state().live()) {
          byVmid.put(record.guest().vmid().value(), record);
        }
      }
    }

    void take(Machine machine) {
      var key = machine.key();
      if (key.isPresent()) {
        ours(machine, byKey.get(key.get()));
      } else if (machine.cluster() != null && clusters.contains(machine.cluster())) {
        others.add(machine);
      }
    }

    private void ours(Machine machine, @Nullable GuestRecord record) {
      var vmid = record == null ? -1 : record.guest().vmid().value();
      var guest = guests.get(vmid);
      if (record == null || !record.state().live() || guest == null) {
        machines.add(new Drift(Kind.NOT_IN_PROXMOX, null, machine, record, List.of()));
        return;
      }
      found.add(vmid);
      var facts = record.wanted();
      var differences =
          facts == null || isNewer(record) ? List.<Difference>of() : Differences.of(facts, machine);
      if (!differences.isEmpty()) {
        machines.add(new Drift(Kind.DIFFERENT, guest, machine, record, differences));
      }
    }

    private boolean isNewer(GuestRecord record) {
      var recorded = record.recordedAt();
      return readAt == null
          || recorded == null
          || !recorded.isBefore(readAt)
          || !Objects.equals(record.wanted(), record.written());
    }

    /** Of what is not ours only the name tells which guest it may be. */
    private void other(Machine machine, Map<String, Guest> byName) {
      var guest = byName.get(machine.name().toLowerCase(Locale.ROOT));
      if (guest == null) {
        machines.add(new Drift(Kind.NOT_IN_PROXMOX, null, machine, null, List.of()));
        return;
      }
      found.add(guest.ref().vmid().value());
      var differences = Differences.of(guest, machine);
      if (!differences.isEmpty()) {
        machines.add(new Drift(Kind.DIFFERENT, guest, machine, null, differences));
      }
    }

    /**
     * @param stale whether the guests may be others by now, so that none is known to be gone
     */
    List<Drift> drifts(boolean stale) {
      var byName = new HashMap<String, Guest>();
      guests.values().stream()
          .filter(guest -> !byVmid.containsKey(guest.ref().vmid().value()))
          .forEach(guest -> byName.putIfAbsent(guest.name().toLowerCase(Locale.ROOT), guest));
      others.forEach(machine -> other(machine, byName));
      var all = new ArrayList<Drift>();
      guests.values().stream()
          .filter(guest -> !found.contains(guest.ref().vmid().value()))
          .sorted(Comparator.comparing(Guest::name))
          .forEach(guest -> absent(guest).ifPresent(all::add));
      machines.stream()
          .filter(drift -> !stale || drift.kind() != Kind.NOT_IN_PROXMOX)
          .forEach(all::add);
      return all;
    }

    private Optional<Drift> absent(Guest guest) {
      var record = byVmid.get(guest.ref().vmid().value());
      var fresh = record != null && record.recordedAt() != null && isNewer(record);
      return fresh
          ? Optional.empty()
          : Optional.of(new Drift(Kind.NOT_IN_NETBOX, guest, null, record, List.of()));
    }
  }
}
