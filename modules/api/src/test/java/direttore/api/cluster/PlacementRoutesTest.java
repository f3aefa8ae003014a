package direttore.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.api.TestApi;
import direttore.domain.node.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlacementRoutesTest {
  private static final String PLACEMENT = "/api/proxmox/placement?";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void listsEachTemplateOfTheClusterOnceWithItsNodes() {
    var templates = api.client().get("/api/proxmox/templates").json();

    assertThat(templates).hasSize(3);
    assertThat(templates.get(0).get("volid").asText()).isEqualTo("local:iso/debian.iso");
    assertThat(templates.get(0).get("nodes").toString()).isEqualTo("[\"pve1\",\"pve2\"]");
  }

  @Test
  void offersTheNodesThatCanTakeATemplateAndSaysWhyOthersCannot() {
    var answer = api.client().get(PLACEMENT + "clone_from=900").json();

    assertThat(of(answer, "pve1").get("possible").asBoolean()).isTrue();
    assertThat(of(answer, "pve2").get("obstacle").asText())
        .contains("VM 900 lies on pve1 in local storage, which pve2 cannot read");
    assertThat(of(answer, "pve3").get("obstacle").asText()).isEqualTo("pve3 is not online");
    assertThat(answer.get("choice").get("node").asText()).isEqualTo("pve1");
    assertThat(answer.get("choice").get("reason").asText())
        .isEqualTo("pve1 is the only node that can take it.");
  }

  @Test
  void offersEveryNodeOfAVolumeThatLiesOnMoreThanOne() {
    calm();
    var answer = api.client().get(PLACEMENT + "template=local:vztmpl/debian.tar.zst").json();

    assertThat(of(answer, "pve1").get("possible").asBoolean()).isTrue();
    assertThat(of(answer, "pve2").get("possible").asBoolean()).isTrue();
    // VM 100 and container 200 run on pve1 and hold 4 GiB of it.
    assertThat(answer.get("choice").get("node").asText()).isEqualTo("pve2");
    assertThat(answer.get("choice").get("reason").asText())
        .isEqualTo(
            "pve2 has the most room: 32 GiB of memory and 16 cores are not promised to guests.");
  }

  @Test
  void prefersANodeThatTellsItsRoomToOneThatIsSilent() {
    var answer = api.client().get(PLACEMENT + "iso=local:iso/debian.iso").json();

    assertThat(of(answer, "pve2").get("possible").asBoolean()).isTrue();
    assertThat(of(answer, "pve2").get("fits").asBoolean()).isFalse();
    assertThat(answer.get("choice").get("node").asText()).isEqualTo("pve1");
  }

  @Test
  void whatIsOfferedIsTakenAndWhatIsNotIsRefused() {
    calm();
    for (var memory : new int[] {1024, 40_000}) {
      var answer = api.client().get(PLACEMENT + "clone_from=900&memory=" + memory).json();
      for (var candidate : answer.get("nodes")) {
        var body = "{\"name\": \"web-1\", \"clone_from\": 900, \"memory\": %d}".formatted(memory);
        var path = "/api/proxmox/nodes/%s/vms?check=true".formatted(candidate.get("node").asText());
        var taken = api.client().post(path, body).status() == 200;
        assertThat(candidate.get("possible").asBoolean()).as(candidate.toString()).isEqualTo(taken);
      }
    }
  }

  @Test
  void countsWhatGuestsThatRunArePromisedAndNotWhatTheyUse() {
    var room = api.client().get("/api/proxmox/room").json().get(0);

    assertThat(room.get("cores").toString()).isEqualTo("{\"promised\":4.0,\"limit\":16.0}");
    assertThat(room.get("memory").get("promised").asLong()).isEqualTo(4L << 30);
    assertThat(room.get("memory").get("limit").asLong()).isEqualTo(32L << 30);
    assertThat(room.get("silent").isNull()).isTrue();
    assertThat(room.get("storages").findValuesAsText("storage"))
        .containsExactly("local-lvm", "thick");
  }

  @Test
  void claimsNothingOfNodesThatAreSilent() {
    var rooms = api.client().get("/api/proxmox/room").json();

    assertThat(rooms.get(1).get("silent").asText()).isEqualTo("pve2: no answer for 12 s");
    assertThat(rooms.get(2).get("silent").asText()).isEqualTo("pve3 is not online");
  }

  @Test
  void aNodeWhoseMemoryIsInUseIsFullWhateverWasPromised() {
    api.cluster.nodes.set(0, with(api.cluster.nodes.getFirst(), 31L << 30));
    api.cluster.publish();

    assertThat(api.client().get("/api/proxmox/room").json().get(0).get("full").asBoolean())
        .isTrue();
  }

  @Test
  void offersNodesForAnEmptyDiskWithNothingInTheDrive() {
    calm();
    var answer = api.client().get(PLACEMENT + "cores=2&disk=8G").json();

    assertThat(of(answer, "pve1").get("possible").asBoolean()).isTrue();
    assertThat(of(answer, "pve1").get("storage").asText()).isEqualTo("local-lvm");
    assertThat(answer.get("choice").get("node").asText()).isEqualTo("pve2");
  }

  @Test
  void takesNoMoreThanOneSource() {
    var answer = api.client().get(PLACEMENT + "clone_from=900&iso=x");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("field").asText()).isEqualTo("clone_from");
    assertThat(api.client().get(PLACEMENT + "template=x&iso=x").status()).isEqualTo(400);
    assertThat(api.client().get(PLACEMENT + "clone_from=900&cores=0").json().get("field").asText())
        .isEqualTo("cores");
    assertThat(api.client().get(PLACEMENT + "clone_from=12345").status()).isIn(404, 422);
  }

  /** Lets pve2 answer again. */
  private void calm() {
    api.cluster.nodes.set(1, with(api.cluster.nodes.get(1), 4L << 30));
    api.cluster.publish();
  }

  private static Node with(Node node, long mem) {
    return new Node(
        node.name(),
        node.status(),
        node.cpu(),
        node.maxCpu(),
        mem,
        node.maxMem(),
        node.disk(),
        node.maxDisk(),
        node.uptime(),
        node.version(),
        node.since(),
        null);
  }

  private static JsonNode of(JsonNode answer, String node) {
    for (var each : answer.get("nodes")) {
      if (each.get("node").asText().equals(node)) {
        return each;
      }
    }
    throw new AssertionError("no node " + node);
  }
}
