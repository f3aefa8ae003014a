package direttore.netbox;

import direttore.domain.allocation.AddressSpace;
import direttore.domain.allocation.Allocation;
import direttore.domain.inventory.SourceObject;
import direttore.domain.system.SystemFailure.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Addresses that are held in NetBox: reserved, with our tag, and the allocation's id. */
public final class NetBoxAddresses implements AddressSpace {
  private final NetBoxApi api;
  private final NetBoxWriter writer;
  private final Definitions definitions;

  NetBoxAddresses(NetBoxApi api) {
    this.api = api;
    this.writer = new NetBoxWriter(api, Mark::isOn);
    this.definitions = new Definitions(api);
  }

  /**
   * Where NetBox lets an address be there more than once (a VRF without {@code enforce_unique}),
   * only a look afterwards tells whether somebody has it: of two that take it at once, both go.
   */
  @Override
  public long hold(Allocation allocation) {
    Mark.define(definitions);
    var made = writer.create(Model.ADDRESS, allocation.id(), fields(allocation));
    if (isAlone(allocation, made.id())) {
      return made.id();
    }
    release(allocation.id());
    throw new NetBoxFailure(
        new Kind.Exists(), "NetBox has %s already".formatted(allocation.address()));
  }

  private static Map<String, @Nullable Object> fields(Allocation allocation) {
    var fields = new HashMap<String, @Nullable Object>();
    fields.put("address", allocation.cidr());
    fields.put("vrf", allocation.vrf() == 0 ? null : allocation.vrf());
    fields.put("status", "reserved");
    fields.put("tags", Mark.tags());
    fields.put(
        "description",
        Mark.description(
            allocation.description().isBlank()
                ? "Held for " + allocation.requester()
                : "%s (%s)".formatted(allocation.description(), allocation.requester()),
            allocation.id()));
    return fields;
  }

  private boolean isAlone(Allocation allocation, long id) {
    var host = allocation.address().toString();
    var vrf = allocation.vrf() == 0 ? "null" : String.valueOf(allocation.vrf());
    return Listing.whole(
            api,
            Model.ADDRESS.path(),
            Map.of("address", host, "vrf_id", vrf),
            row -> row.path("address").asText().startsWith(host + "/"))
        .stream()
        .allMatch(row -> row.path("id").asLong() == id);
  }

  @Override
  public Optional<Long> find(UUID allocation) {
    return writer.find(Model.ADDRESS, allocation).map(SourceObject::id);
  }

  @Override
  public Released release(UUID allocation) {
    var there = writer.find(Model.ADDRESS, allocation);
    if (there.isPresent() && !Mark.isOn(there.get())) {
      return Released.THEIRS;
    }
    there.ifPresent(object -> writer.delete(Model.ADDRESS, object));
    return Released.GONE;
  }
}
