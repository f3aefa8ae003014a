package direttore.domain.record;

import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.Allocations;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.HalfMade;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.holding.Holding;
import direttore.domain.holding.Holdings;
import direttore.domain.holding.Owner;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees what there is to record of a guest, and orders it. */
public final class Recorder {
  private static final int MIB = 20;

  private final GuestRecords records;
  private final Allocations allocations;
  private final Cluster cluster;
  private final Holdings holdings;
  private final Dispatch dispatch;
  private final RecordTerms terms;

  public Recorder(
      GuestRecords records,
      Allocations allocations,
      Cluster cluster,
      Holdings holdings,
      Dispatch dispatch,
      RecordTerms terms) {
    this.records = records;
    this.allocations = allocations;
    this.cluster = cluster;
    this.holdings = holdings;
    this.dispatch = dispatch;
    this.terms = terms;
  }

  /**
   * How guests are recorded.
   *
   * @param cluster the name of the cluster at NetBox; empty for Proxmox's own
   * @param link where Direttore shows a guest; empty where its own address is not known
   */
  public record RecordTerms(Optional<String> cluster, Function<GuestRef, Optional<String>> link) {}

  /** What there is to record; empty while it is being made, or lists do not show it yet. */
  public Optional<GuestFacts> facts(GuestRecord record, GuestDetail read) {
    return HalfMade.is(read.lock())
        ? Optional.empty()
        : cluster
            .guest(read.ref().vmid())
            .filter(guest -> guest.trouble() == null)
            .map(listed -> facts(record, read, listed));
  }

  /** Notes what there is to record; answers the record where it is not what was recorded last. */
  public Optional<GuestRecord> wanting(GuestRecord record, GuestFacts facts, GuestDetail read) {
    records.want(record.id(), facts, read.ref(), read.birth());
    return facts.equals(record.written()) ? Optional.empty() : records.find(record.id());
  }

  /** The operation that writes what is wanted. */
  public Operation write(GuestRecord record, Submitter by) {
    return submit(RecordOrder.write(record), by);
  }

  /** The operation that removes a record. */
  public Operation remove(GuestRecord record, Submitter by) {
    return submit(RecordOrder.remove(record), by);
  }

  private Operation submit(RecordOrder order, Submitter by) {
    return dispatch.submit(new Submission(order, GuestSecrets.NONE, by));
  }

  private GuestFacts facts(GuestRecord record, GuestDetail read, Guest listed) {
    var ref = read.ref();
    var nics = new GuestNics(read);
    var owner = holdings.of(Holding.guest(ref.vmid())).map(Holding::owner);
    return new GuestFacts(
        terms.cluster().orElseGet(() -> clusterName(ref)),
        Objects.requireNonNullElse(name(read, listed), ref.toString()),
        ref.kind().wire(),
        ref.vmid().value(),
        read.running(),
        (int) Math.ceil(listed.cpus()),
        listed.maxMem() >> MIB,
        read.disks().stream().mapToLong(GuestDetail.Disk::bytes).sum() >> MIB,
        owner.map(Owner::name).map(Object::toString).orElse(record.requester()),
        owner.map(Owner::team).map(Object::toString).orElse(null),
        terms.link().apply(ref).orElse(null),
        nics.nics(),
        addresses(ref, nics));
  }

  private static @Nullable String name(GuestDetail read, Guest listed) {
    var key = read.ref().kind().wire().equals("qemu") ? "name" : "hostname";
    var name = read.config().getOrDefault(key, listed.name()).toString();
    return name.isBlank() ? null : name;
  }

  /** A host that is in no cluster has none, and is one by itself. */
  private String clusterName(GuestRef guest) {
    return Objects.requireNonNullElse(cluster.state().value().name(), guest.node().value());
  }

  private List<GuestFacts.Ip> addresses(GuestRef guest, GuestNics nics) {
    var addresses = new ArrayList<GuestFacts.Ip>();
    for (var held : allocations.ofGuest(GuestOrder.subject(guest.cluster(), guest.vmid()))) {
      addresses.add(new GuestFacts.Ip(nic(held), held.cidr(), held.id()));
    }
    var held = addresses.stream().map(GuestFacts.Ip::host).collect(Collectors.toSet());
    nics.addresses().stream().filter(ip -> !held.contains(ip.host())).forEach(addresses::add);
    return addresses;
  }

  private static int nic(Allocation held) {
    return held.use() == null ? 0 : held.use().nic();
  }
}
