package direttore.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ObjectNode OBJECT =
      json(
          """
          {"id":7,"name":"web01","vcpus":2.0,"memory":2048,"description":"","role":null,
           "dns_name":"web01.lab.example","address":"2001:db8::a/64","mac_address":"BC:24:11:00:00:02",
           "status":{"value":"active","label":"Active"},
           "cluster":{"id":3,"name":"fra1","url":"x"},
           "tags":[{"id":1,"slug":"direttore"},{"id":2,"slug":"core"}],
           "tagged_vlans":[],"local_context_data":{"a":1,"b":2},
           "custom_fields":{"vmid":103,"env":{"value":"prod","label":"Production"},"old":"lab",
            "until":null,"since":"2031-01-01T00:00:00Z"}}
          """);

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"web01\",\"vcpus\":2,\"memory\":2048}",
        "{\"status\":\"active\"}",
        "{\"cluster\":3}",
        "{\"cluster\":{\"name\":\"fra1\"}}",
        "{\"role\":null,\"description\":\"\",\"tagged_vlans\":[]}",
        "{\"tags\":[{\"id\":2},{\"id\":1}]}",
        "{\"tags\":[2,1]}",
        "{\"tags\":[{\"slug\":\"core\"},{\"slug\":\"direttore\"}]}",
        "{\"mac_address\":\"bc24.1100.0002\",\"address\":\"2001:DB8:0:0::0a/64\"}",
        "{\"dns_name\":\"WEB01.lab.example\",\"mac_address\":\"bc:24:11:00:00:02\"}",
        "{\"local_context_data\":{\"b\":2,\"a\":1}}",
        "{\"custom_fields\":{\"vmid\":103,\"env\":\"prod\",\"old\":\"lab\",\"until\":null}}",
        "{\"custom_fields\":{\"since\":\"2031-01-01T01:00:00+01:00\"}}"
      })
  void isNoneWhereNetBoxOnlyReadsOtherwise(String wanted) {
    assertThat(Difference.of(OBJECT, json(wanted))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"web02\"}",
        "{\"vcpus\":2.5}",
        "{\"status\":\"failed\"}",
        "{\"cluster\":4}",
        "{\"cluster\":null}",
        "{\"cluster\":{\"name\":\"ams1\"}}",
        "{\"role\":1}",
        "{\"tags\":[{\"id\":1}]}",
        "{\"address\":\"2001:db8::a/65\"}",
        "{\"local_context_data\":{\"a\":1}}",
        "{\"custom_fields\":{\"until\":\"2031-01-01\"}}",
        "{\"unknown\":null}"
      })
  void isWhatIsOtherwise(String wanted) {
    assertThat(Difference.of(OBJECT, json(wanted))).isEqualTo(json(wanted));
  }

  @Test
  void leavesOutCustomFieldsThatAreRight() {
    var wanted = json("{\"custom_fields\":{\"vmid\":103,\"until\":\"x\"},\"memory\":2048}");

    assertThat(Difference.of(OBJECT, wanted))
        .isEqualTo(json("{\"custom_fields\":{\"until\":\"x\"}}"));
  }

  @Test
  void tellsWhatWasDropped() {
    var written =
        json(
            "{\"site\":3,\"name\":\"other\",\"role\":5,\"description\":\"\",\"status\":\"active\","
                + "\"custom_fields\":{\"nope\":1,\"vmid\":4,\"gone\":null}}");

    assertThat(Difference.dropped(OBJECT, written)).containsExactly("site", "role", "nope");
  }
}
