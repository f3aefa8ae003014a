package direttore.api.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.api.http.Json;
import direttore.domain.inventory.DeviceDetails;
import direttore.domain.inventory.IpAddress;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A device with its interfaces and their addresses, as clients see it. */
record DevicePage(
    JsonNode device, List<InterfaceView> interfaces, @Nullable JsonNode configContext, String url) {

  record InterfaceView(
      long id,
      String name,
      @Nullable String type,
      boolean enabled,
      boolean mgmtOnly,
      @Nullable Integer mtu,
      @Nullable String macAddress,
      @Nullable String mode,
      @Nullable String untaggedVlan,
      List<String> taggedVlans,
      @Nullable String lag,
      String description,
      List<String> tags,
      List<AddressView> addresses) {
    static InterfaceView of(JsonNode port, List<IpAddress> addresses, NetBoxPlace place) {
      return new InterfaceView(
          port.path("id").asLong(),
          port.path("name").asText(""),
          text(port.path("type").path("label")),
          port.path("enabled").asBoolean(true),
          port.path("mgmt_only").asBoolean(false),
          port.path("mtu").isInt() ? port.path("mtu").asInt() : null,
          text(port.path("mac_address")),
          text(port.path("mode").path("label")),
          text(port.path("untagged_vlan").path("display")),
          texts(port.path("tagged_vlans"), "display"),
          text(port.path("lag").path("name")),
          port.path("description").asText(""),
          texts(port.path("tags"), "name"),
          addresses.stream().map(address -> AddressView.of(address, place)).toList());
    }
  }

  static DevicePage of(DeviceDetails details, long id, NetBoxPlace place) {
    var device = Json.tree(details.json());
    var context = device.path("config_context");
    return new DevicePage(
        device,
        details.interfaces().stream()
            .map(Json::tree)
            .map(port ->
                InterfaceView.of(
                    port,
                    details.addresses().getOrDefault(port.path("id").asLong(), List.of()),
                    place))
            .toList(),
        context.isObject() ? context : null,
        place.page("dcim/devices", id));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each -> each.path(field).asText(""))
        .toList();
  }
}
