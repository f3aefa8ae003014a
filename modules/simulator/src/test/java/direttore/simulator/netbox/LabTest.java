package direttore.simulator.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The lab that a new simulated NetBox holds. */
class LabTest {
  private static final SimulatedNetBox NET_BOX =
      SimulatedNetBox.start(NetBoxOptions.lab("c".repeat(40)));
  private static final RestClient CLIENT = new RestClient(NET_BOX);

  @AfterAll
  static void stop() {
    CLIENT.close();
    NET_BOX.close();
  }

  @Test
  void hasFortyDevicesOfFivePlatformsAtTwoSites() {
    assertThat(count("dcim/devices/")).isEqualTo(40);
    assertThat(count("dcim/devices/?site=fra1")).isEqualTo(20);
    for (var platform : new String[] {"junos", "eos", "panos", "sros", "routeros"}) {
      assertThat(count("dcim/devices/?platform=" + platform)).isEqualTo(8);
    }
  }

  @Test
  void givesEachDeviceItsInterfacesAndAddress() {
    var router = device("fra1-router01");

    assertThat(router.at("/primary_ip4/dns_name").asText()).isEqualTo("fra1-router01.lab.example");
    assertThat(router.path("interface_count").asInt()).isEqualTo(4);
  }

  @Test
  void mergesConfigContextsByWeight() {
    var context = device("vie1-router02").path("config_context");

    assertThat(context.at("/syslog/host").asText()).isEqualTo("10.30.0.14");
    assertThat(context.at("/syslog/port").asInt()).isEqualTo(514);
    assertThat(context.at("/management/protocol").asText()).isEqualTo("netconf");
    assertThat(context.at("/bgp/asn").asInt()).isEqualTo(65_000);
  }

  @Test
  void nestsItsPrefixes() {
    var servers = CLIENT.get("/api/ipam/prefixes/?prefix=10.20.10.0/24").body().at("/results/0");

    assertThat(servers.path("_depth").asInt()).isEqualTo(2);
    assertThat(servers.at("/vlan/vid").asInt()).isEqualTo(110);
    assertThat(servers.at("/scope/slug").asText()).isEqualTo("fra1");
    assertThat(servers.at("/custom_fields/gateway").asText()).isEqualTo("10.20.10.1");
  }

  private static int count(String list) {
    return CLIENT.get("/api/" + list).body().path("count").asInt();
  }

  private static com.fasterxml.jackson.databind.JsonNode device(String name) {
    return CLIENT.get("/api/dcim/devices/?name=" + name).body().at("/results/0");
  }
}
