package direttore.domain.record;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.holding.Access;
import direttore.domain.holding.Holding;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import direttore.domain.record.GuestRecord.State;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Has guests recorded in NetBox, written again, or taken out of it, as people ask. */
public final class Recording {
  private final GuestRecords records;
  private final Recorder recorder;
  private final Cluster cluster;
  private final Access access;
  private final Optional<String> whyNot;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /**
   * @param whyNot why nothing is recorded at all, in a sentence; empty where it is
   */
  public Recording(
      GuestRecords records,
      Recorder recorder,
      Cluster cluster,
      Access access,
      Optional<String> whyNot,
      Clock clock,
      Supplier<UUID> ids) {
    this.records = records;
    this.recorder = recorder;
    this.cluster = cluster;
    this.access = access;
    this.whyNot = whyNot;
    this.clock = clock;
    this.ids = ids;
  }

  /** Those that are not removed, by guest. */
  public List<GuestRecord> all() {
    return records.all();
  }

  /** Those of one guest that are not removed. */
  public List<GuestRecord> of(VmId vmid) {
    return records.of(Holding.guest(vmid));
  }

  /** Refuses with {@code NotFound}. */
  public GuestRecord found(UUID id) {
    return records.find(id).orElseThrow(() -> new Refusal.NotFound("record", id));
  }

  /**
   * The operation that records a guest which Direttore did not make. Refuses with {@code
   * WrongState} where it is recorded, is a template or is in the making, with {@code Forbidden}
   * where it is not theirs to change.
   */
  public Operation adopt(GuestRef guest, Submitter by) {
    requireWrites();
    access.requireChange(by.actor(), guest);
    var read = cluster.followed(guest);
    if (read.template()) {
      throw new Refusal.WrongState("%s is a template".formatted(guest), "template");
    }
    var begun =
        new GuestRecord(
            ids.get(),
            read.ref(),
            State.RECORDING,
            by.name(),
            null,
            null,
            null,
            read.birth(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null);
    var facts = facts(begun, read);
    records.add(begun);
    return recorder.write(recorder.wanting(begun, facts, read).orElse(begun), by);
  }

  private GuestFacts facts(GuestRecord record, GuestDetail read) {
    return recorder
        .facts(record, read)
        .orElseThrow(() ->
            new Refusal.WrongState(
                "%s is being made, or was a moment ago".formatted(read.ref()), read.lock()));
  }

  /**
   * The operation that writes all of a record again, over what others changed of it. Refuses as
   * {@link #adopt} does.
   */
  public Operation repair(UUID id, Submitter by) {
    var record = theirs(id, by.actor());
    if (!record.state().live()) {
      throw new Refusal.WrongState(
          "what NetBox has of %s is %s".formatted(record.about(), record.state().wire()),
          record.state().wire());
    }
    var read = cluster.followed(record.guest());
    var facts = facts(record, read);
    records.again(id);
    return recorder.write(recorder.wanting(found(id), facts, read).orElse(record), by);
  }

  /** The operation that takes a record out of NetBox; the guest stays. Refuses likewise. */
  public Operation remove(UUID id, Submitter by) {
    var record = theirs(id, by.actor());
    if (!records.removing(id)) {
      throw new Refusal.WrongState(
          "what NetBox has of %s is %s".formatted(record.about(), record.state().wire()),
          record.state().wire());
    }
    return recorder.remove(record, by);
  }

  private GuestRecord theirs(UUID id, Actor actor) {
    requireWrites();
    var record = found(id);
    access.requireChange(actor, record.guest());
    return record;
  }

  private void requireWrites() {
    whyNot.ifPresent(why -> {
      throw new Refusal.WrongState(why, null);
    });
  }
}
