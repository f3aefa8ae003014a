package direttore.domain.record;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Birth;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.HalfMade;
import direttore.domain.guest.Marker;
import direttore.domain.holding.GuestOrigins;
import direttore.domain.inventory.Inventory;
import direttore.domain.operation.Submitter;
import direttore.domain.record.GuestRecord.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps what NetBox records of guests as the guests are. NetBox away holds up nothing: what is to
 * be recorded is ordered once it answers.
 */
public final class RecordReconciler {
  private static final Duration KEPT = Duration.ofDays(30);

  private final GuestRecords records;
  private final Recorder recorder;
  private final Cluster cluster;
  private final GuestOrigins origins;
  private final Inventory inventory;
  private final String source;
  private final Clock clock;

  /**
   * @param source which NetBox it is
   */
  public RecordReconciler(
      GuestRecords records,
      Recorder recorder,
      Cluster cluster,
      GuestOrigins origins,
      Inventory inventory,
      String source,
      Clock clock) {
    this.records = records;
    this.recorder = recorder;
    this.cluster = cluster;
    this.origins = origins;
    this.inventory = inventory;
    this.source = source;
    this.clock = clock;
  }

  /** Reconciles once; answers for how many something was ordered. */
  public long reconcile() {
    var now = clock.instant();
    records.of(source);
    records.forget(now.minus(KEPT));
    if (!inventory.state().reachable()) {
      return 0;
    }
    return records.due(now, changed()).stream().filter(this::reconcile).count();
  }

  /** Those whose guests are listed otherwise than they were recorded. */
  private Set<UUID> changed() {
    var guests = cluster.guests();
    if (guests.stale()) {
      return Set.of();
    }
    var there =
        guests.value().stream()
            .filter(guest -> guest.trouble() == null)
            .collect(Collectors.toMap(guest -> guest.ref().vmid().value(), Function.identity()));
    return records.glances().stream()
        .filter(glance -> {
          var guest = there.get(glance.vmid());
          return guest == null || !isAs(glance, guest);
        })
        .map(GuestRecords.Glance::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isAs(GuestRecords.Glance glance, Guest guest) {
    return (guest.name().isEmpty() || guest.name().equals(glance.name()))
        && guest.running() == glance.running()
        && (int) Math.ceil(guest.cpus()) == glance.cores()
        && guest.maxMem() >> 20 == glance.memory();
  }

  private boolean reconcile(GuestRecord record) {
    var by = new Submitter(Actor.stranger(record.requester()), null, List.of());
    try {
      if (record.state() == State.REMOVING) {
        recorder.remove(record, by);
        return true;
      }
      var read = cluster.followed(record.guest());
      if (!isOf(record, read)) {
        return end(record, by);
      }
      var changed =
          recorder.facts(record, read).flatMap(facts -> recorder.wanting(record, facts, read));
      changed.ifPresent(each -> recorder.write(each, by));
      return changed.isPresent();
    } catch (Refusal.NotFound e) {
      return isVacant(record) && end(record, by);
    } catch (Refusal e) {
      // Its turn comes again: its node does not answer, or an operation has it in hand.
      return false;
    }
  }

  private boolean end(GuestRecord record, Submitter by) {
    if (!records.removing(record.id())) {
      return false;
    }
    recorder.remove(record, by);
    return true;
  }

  /** Whether it is the guest that is to be recorded, and no other that got its VMID since. */
  private boolean isOf(GuestRecord record, GuestDetail there) {
    var birth = record.birth();
    if (birth != null) {
      return birth.likeness(there.birth()) != Birth.Likeness.OTHER;
    }
    // One that is being made gets its marker last.
    return HalfMade.is(there.lock())
        || !Marker.anyIn(there.description())
        || isMadeBy(record.id(), there.description());
  }

  private boolean isMadeBy(UUID operation, String description) {
    try {
      return origins.made(operation, description);
    } catch (Refusal.NotFound e) {
      // It was forgotten; the marker itself tells.
      return new Marker(operation).marks(description);
    }
  }

  private boolean isVacant(GuestRecord record) {
    try {
      return cluster.vacant(record.guest().vmid());
    } catch (Refusal e) {
      return false;
    }
  }
}
