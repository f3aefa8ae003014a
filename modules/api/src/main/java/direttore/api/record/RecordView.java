package direttore.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import direttore.api.inventory.NetBoxPlace;
import direttore.domain.record.GuestRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record, as clients see it.
 *
 * @param behind whether NetBox does not say yet what it is to say
 */
record RecordView(
    UUID id,
    GuestView guest,
    String state,
    boolean behind,
    @JsonProperty("machine_id") @Nullable Long machine,
    @Nullable String url,
    String requester,
    Instant created,
    @JsonProperty("recorded_at") @Nullable Instant recordedAt) {

  /**
   * The guest that it is of.
   *
   * @param name null while nobody looked at it
   */
  record GuestView(String type, String node, int vmid, @Nullable String name) {}

  static RecordView of(GuestRecord record, NetBoxPlace netbox) {
    var guest = record.guest();
    var wanted = record.wanted();
    var machine = record.machine();
    return new RecordView(
        record.id(),
        new GuestView(
            guest.kind().wire(),
            guest.node().value(),
            guest.vmid().value(),
            wanted == null ? null : wanted.name()),
        record.state().wire(),
        wanted == null || !wanted.equals(record.written()),
        machine,
        machine == null ? null : netbox.page("virtualization/virtual-machines", machine),
        record.requester(),
        record.created(),
        record.recordedAt());
  }
}
