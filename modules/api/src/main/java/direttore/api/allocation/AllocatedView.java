package direttore.api.allocation;

import direttore.domain.allocation.Allocation;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Prefix;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address that was taken, in the form in which lists have addresses. */
record AllocatedView(
    @Nullable Long id,
    String address,
    int family,
    String dnsName,
    String description,
    String status,
    String vrf,
    List<String> tags,
    @Nullable String prefixGateway,
    Map<String, Object> customFields,
    AllocationView allocation) {
  static AllocatedView of(Allocation allocation, @Nullable Prefix prefix) {
    var gateway = prefix == null ? null : prefix.gateway();
    var vrf = prefix == null ? null : prefix.vrf();
    return new AllocatedView(
        allocation.addressId(),
        allocation.cidr(),
        allocation.address().family(),
        "",
        allocation.description(),
        "reserved",
        vrf == null ? Inventory.GLOBAL : vrf,
        List.of("Direttore"),
        gateway == null ? null : gateway.address().toString(),
        Map.of(),
        AllocationView.of(allocation));
  }
}
