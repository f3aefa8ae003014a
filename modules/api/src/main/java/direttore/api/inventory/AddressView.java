package direttore.api.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import direttore.domain.inventory.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address, as clients see it. */
record AddressView(
    long id,
    String address,
    int family,
    String dnsName,
    String description,
    String status,
    String vrf,
    List<String> tags,
    @Nullable String prefixGateway,
    @JsonRawValue String customFields,
    @Nullable String role,
    @Nullable String tenant,
    @Nullable String prefix,
    @Nullable Long prefixId,
    @Nullable AssignedView assignedTo,
    String url) {
  record AssignedView(
      String kind,
      @Nullable Long id,
      @Nullable String name,
      @JsonProperty("interface") @Nullable String port) {
    static @Nullable AssignedView of(IpAddress.@Nullable Assignment assignment) {
      return assignment == null
          ? null
          : new AssignedView(
              assignment.kind().wire(), assignment.id(), assignment.name(), assignment.port());
    }
  }

  static AddressView of(IpAddress address, NetBoxPlace place) {
    var within = address.within();
    return new AddressView(
        address.id(),
        address.address(),
        address.family(),
        address.dnsName(),
        address.description(),
        address.status(),
        PrefixView.vrf(address.vrf()),
        address.tags(),
        within == null ? null : GatewayView.address(within.gateway()),
        address.fields().json(),
        address.role(),
        address.tenant(),
        within == null ? null : within.network().toString(),
        within == null ? null : within.prefix(),
        AssignedView.of(address.assignment()),
        place.page("ipam/ip-addresses", address.id()));
  }
}
