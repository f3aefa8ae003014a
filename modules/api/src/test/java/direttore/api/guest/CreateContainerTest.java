package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.guest.NewContainer;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateContainerTest {
  private static final String PATH = "/api/proxmox/nodes/pve1/lxc";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer post(String json) {
    return api.client().post(PATH, json, "Prefer", "wait=0");
  }

  private Answer postWith(String field) {
    var storage = field.startsWith("\"storage\"") ? "" : "\"storage\":\"local-lvm\",";
    var template =
        field.startsWith("\"template\"") ? "" : "\"template\":\"local:vztmpl/debian.tar.zst\",";
    return post("{\"hostname\":\"ct\"," + storage + template + field + "}");
  }

  private NewContainer ordered() {
    return ((GuestAction.CreateContainer) GuestOrder.action(api.operations.only())).container();
  }

  @Test
  void takesTheBodyOfTheOriginalApi() {
    var answer =
        post(
            """
            {"vmid":3001,"hostname":"my-container","cores":1,"memory":512,"storage":"local-lvm","disk_size":8,"template":"local:vztmpl/debian.tar.zst",
             "nics":[{"name":"eth0","bridge":"vmbr0","ip":"dhcp","vlan":null},{"name":"eth1","bridge":"vmbr1","ip":"10.10.100.5/24","gw":"10.10.100.1","ip6":"auto","vlan":200}],
             "password":"changeme","unprivileged":true,"start_after_create":true}
            """);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("kind").asText()).isEqualTo("create-lxc");
    assertThat(answer.body()).doesNotContain("changeme");
    assertThat(ordered().disk()).hasToString("8G");
    assertThat(ordered().nics().get(1).addressing().gw()).isEqualTo("10.10.100.1");
    assertThat(ordered().start()).isTrue();
    assertThat(api.operations.secrets(api.operations.only().id()).password()).isEqualTo("changeme");
    assertThat(api.client().get(answer.header("Location")).body()).doesNotContain("changeme");
  }

  @Test
  void choosingAVmidAsksOnceHoweverManyOrdersAreUnderWay() {
    var looks = new ArrayList<Integer>();
    for (int i = 0; i < 8; i++) {
      var before = api.operations.looks();
      assertThat(postWith("\"cores\":1").json().get("vmid").asInt()).isEqualTo(1000 + i);
      looks.add(api.operations.looks() - before);
    }

    // One to see that there is a free one, and one under the lock that keeps it.
    assertThat(looks).containsOnly(2);
    assertThat(api.client().get("/api/proxmox/vmids/next").json().get("vmid").asInt())
        .isEqualTo(1008);
  }

  @Test
  void hasSensibleDefaults() {
    postWith("\"nics\":[{\"bridge\":\"vmbr0\"},{\"bridge\":\"vmbr1\",\"ip\":\"manual\"}]");

    assertThat(ordered().unprivileged()).isTrue();
    assertThat(ordered().nesting()).isFalse();
    assertThat(ordered().swap()).isEqualTo(512);
    assertThat(ordered().nics().get(1).name()).isEqualTo("eth1");
    assertThat(ordered().nics().get(1).addressing().none()).isTrue();
  }

  @Test
  void takesAnArchiveThatItsStorageDoesNotTellOfInTime() {
    api.cluster.mute.add("local");

    assertThat(postWith("\"template\":\"local:vztmpl/new.tar.zst\"").status()).isEqualTo(202);
  }

  @Test
  void tellsWhereTheAccountCannotMakePrivilegedContainers() {
    api.cluster.lacking.add("Sys.Modify");

    var answer = postWith("\"unprivileged\":false");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.field()).isEqualTo("unprivileged");
    assertThat(answer.detail()).contains("lacks Sys.Modify on /");
    assertThat(postWith("\"unprivileged\":true").status()).isEqualTo(202);
  }

  @Test
  void takesNestingSwapNameServersAndTags() {
    postWith(
        "\"features\":{\"nesting\":true},\"swap\":0,\"dns\":\"10.0.0.1, 10.0.0.2\",\"tags\":[\"web\"]");

    assertThat(ordered().nesting()).isTrue();
    assertThat(ordered().swap()).isZero();
    assertThat(ordered().dns()).containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(ordered().tags()).containsExactly("web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"disk_size\":0|disk_size",
        "\"disk_size\":\"8G\"|disk_size",
        "\"swap\":-1|swap",
        "\"password\":\"1234\"|password",
        "\"features\":{\"fuse\":true}|features.fuse",
        "\"features\":true|features",
        "\"unprivileged\":1|unprivileged",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"name\":\"wlan0\"}]|nics[0].name",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"ip\":\"10.0.0.5\"}]|nics[0].ip",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"ip\":\"10.0.0.500/24\"}]|nics[0].ip",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"ip\":\"dhcp\",\"gw\":\"10.0.0.1\"}]|nics[0].gw",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"name\":\"eth0\"},{\"bridge\":\"vmbr0\",\"name\":\"eth0\"}]|nics",
        "\"ssh_keys\":[\"nonsense\"]|ssh_keys[0]",
      })
  void namesTheFieldThatIsWrong(String field, String named) {
    var answer = postWith(field);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errors").findValuesAsText("field")).contains(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"template\":\"local:vztmpl/none.tar.gz\"|unknown-template|template",
        "\"template\":\"local:iso/debian.iso\"|unknown-template|template",
        "\"storage\":\"slow\"|unknown-storage|storage",
        "\"disk_size\":65|no-space|disk_size",
        "\"nics\":[{\"bridge\":\"br0\"}]|unknown-bridge|nics[0].bridge",
      })
  void refusesWhatTheClusterDoesNotHave(String field, String problem, String named) {
    var answer = postWith(field);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.field()).isEqualTo(named);
  }

  @Test
  void tellsWhatIsMissing() {
    assertThat(post("{}").json().get("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("hostname", "storage", "template");
  }

  @Test
  void checksAnOrderWithoutTakingItAndTellsAllThatIsInTheWay() {
    var right =
        "{\"hostname\":\"ct\",\"storage\":\"local-lvm\",\"template\":\"local:vztmpl/debian.tar.zst\"}";
    var wrong =
        "{\"vmid\":100,\"hostname\":\"ct\",\"storage\":\"nowhere\",\"template\":\"local:vztmpl/none\"}";

    assertThat(api.client().post(PATH + "?check=true", right).status()).isEqualTo(200);
    assertThat(
            api.client()
                .post(PATH + "?check=true", wrong)
                .json()
                .get("errors")
                .findValuesAsText("field"))
        .containsExactly("template", "storage", "vmid");
    assertThat(api.operations.count()).isZero();
  }
}
