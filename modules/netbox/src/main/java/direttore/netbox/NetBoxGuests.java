package direttore.netbox;

import direttore.domain.inventory.SourceObject;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestInventory;
import direttore.domain.record.GuestRecord;
import direttore.domain.system.SystemFailure.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Guests as virtual machines of NetBox: with our tag, and the record's id. Only what changed since
 * it was written last is written, so that what others changed of the rest stays.
 */
public final class NetBoxGuests implements GuestInventory {
  private final NetBoxApi api;
  private final NetBoxWriter writer;
  private final Definitions definitions;

  /** NetBox takes two clusters of one name that are made at once. */
  private final ReentrantLock cluster = new ReentrantLock();

  NetBoxGuests(NetBoxApi api) {
    this.api = api;
    this.writer = new NetBoxWriter(api, Mark::isOn);
    this.definitions = new Definitions(api);
  }

  @Override
  public Recorded record(GuestRecord record) {
    var facts = Objects.requireNonNull(record.wanted(), "what is wanted is known");
    Mark.define(definitions);
    var there = there(record);
    if (there.isPresent() && !Mark.isOn(Mark.json(there.get()), record.id())) {
      return new Recorded.Theirs();
    }
    var machine =
        there.map(seen -> changed(record, facts, seen)).orElseGet(() -> made(record, facts));
    var nics = new MachineNics(api, writer, record, machine);
    var ids = nics.write(facts);
    var assigned = new MachineAddresses(api, writer, record, machine).write(facts, ids);
    nics.removeOthers(facts);
    return new Recorded.There(machine, assigned);
  }

  /** The one that was made, whatever became of its mark; else the one that bears it. */
  private Optional<SourceObject> there(GuestRecord record) {
    var id = record.machine();
    if (id != null) {
      try {
        return Optional.of(writer.read(Model.VIRTUAL_MACHINE, id));
      } catch (NetBoxFailure e) {
        if (!(e.kind() instanceof Kind.Absent)) {
          throw e;
        }
      }
    }
    return writer.find(Model.VIRTUAL_MACHINE, record.id());
  }

  private long made(GuestRecord record, GuestFacts facts) {
    var fields = new LinkedHashMap<String, @Nullable Object>(MachineFields.of(facts, record.id()));
    fields.put("tags", Mark.tags());
    var resolved = resolved(fields, facts);
    return named(
        facts, resolved, all -> writer.create(Model.VIRTUAL_MACHINE, record.id(), all).id());
  }

  private long changed(GuestRecord record, GuestFacts facts, SourceObject seen) {
    var written = record.written();
    var before = written == null ? null : MachineFields.of(written, record.id());
    var changed = MachineFields.changed(MachineFields.of(facts, record.id()), before);
    var comments = Mark.json(seen).path(MachineFields.COMMENTS).asText();
    if (before != null && !comments.equals(before.get(MachineFields.COMMENTS))) {
      // What somebody wrote there is worth more than where the guest is by now.
      changed.remove(MachineFields.COMMENTS);
    }
    if (changed.isEmpty()) {
      return seen.id();
    }
    return named(
        facts,
        resolved(changed, facts),
        all -> writer.change(Model.VIRTUAL_MACHINE, seen, all).id());
  }

  /** Writes it; under another name where its own is taken. */
  private interface Write {
    long write(Map<String, @Nullable Object> fields);
  }

  private static long named(GuestFacts facts, Map<String, @Nullable Object> fields, Write write) {
    try {
      return write.write(fields);
    } catch (NetBoxFailure e) {
      if (!(e.kind() instanceof Kind.Exists) || !fields.containsKey(MachineFields.NAME)) {
        throw e;
      }
      var renamed = new LinkedHashMap<String, @Nullable Object>(fields);
      renamed.put(MachineFields.NAME, MachineFields.another(facts));
      return write.write(renamed);
    }
  }

  /** With ids in place of names; without a tenant where tenants cannot be seen. */
  private Map<String, @Nullable Object> resolved(
      Map<String, @Nullable Object> fields, GuestFacts facts) {
    var resolved = new LinkedHashMap<String, @Nullable Object>(fields);
    if (resolved.containsKey(MachineFields.CLUSTER)) {
      resolved.put(MachineFields.CLUSTER, cluster(facts.cluster()));
    }
    if (resolved.remove(MachineFields.TENANT) != null) {
      try {
        resolved.put(MachineFields.TENANT, tenant(facts).orElse(null));
      } catch (NetBoxFailure e) {
        if (!(e.kind() instanceof Kind.Forbidden)) {
          throw e;
        }
      }
    }
    return resolved;
  }

  private long cluster(String name) {
    cluster.lock();
    try {
      var key = MachineNics.key(new UUID(0, 0), "cluster/" + name);
      return definitions
          .cluster(
              name,
              Map.of("tags", Mark.tags(), "description", Mark.description("Of Proxmox VE", key)))
          .id();
    } finally {
      cluster.unlock();
    }
  }

  /** The tenant that is called as the team, or as the person. */
  private Optional<Long> tenant(GuestFacts facts) {
    return Stream.of(Optional.ofNullable(facts.team()), Optional.of(facts.owner()))
        .flatMap(Optional::stream)
        .flatMap(name -> tenant(name).stream())
        .findFirst();
  }

  private Optional<Long> tenant(String name) {
    return Stream.of("slug", "name__ie")
        .flatMap(by ->
            Listing.whole(
                api,
                Model.TENANT.path(),
                Map.of(by, name),
                row -> row.path(by.replace("__ie", "")).asText().equalsIgnoreCase(name))
                .stream())
        .map(row -> row.path("id").asLong())
        .findFirst();
  }

  @Override
  public Removed remove(GuestRecord record) {
    var there = there(record);
    if (there.isEmpty()) {
      return Removed.GONE;
    }
    if (!Mark.isOn(Mark.json(there.get()), record.id())) {
      return Removed.THEIRS;
    }
    var machine = there.get().id();
    new Attached(api, machine)
        .foreign()
        .ifPresent(what -> {
          throw new NetBoxFailure(
              new Kind.WrongState(),
              "%s would go with it, which is not Direttore's".formatted(what));
        });
    writer.delete(Model.VIRTUAL_MACHINE, there.get());
    return Removed.GONE;
  }
}
