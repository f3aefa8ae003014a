package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeCluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateVmTest extends NewVmFixture {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0Vw1Qm9cXkR0vXbqk1m0Qy5mVnT1n3Tq3y1o2p4r6s ada@lab";

  @Test
  void takesTheBodyOfTheOriginalApi() {
    var answer =
        post(
            """
            {"vmid":1042,"name":"my-vm","cores":2,"memory":2048,"disk":"32G","storage":"local-lvm","iso":"local:iso/debian.iso",
             "nics":[{"bridge":"vmbr0","model":"virtio","vlan":null},{"bridge":"vmbr1","model":"e1000","vlan":100}]}
            """);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("vmid").asInt()).isEqualTo(1042);
    assertThat(answer.json().get("upid").isNull()).isTrue();
    assertThat(answer.header("Location"))
        .isEqualTo("/api/operations/" + answer.json().get("operation").asText());
    assertThat(ordered().nics()).hasSize(2);
    assertThat(ordered().nics().get(1).vlan()).isEqualTo(new Vlan(100));
    assertThat(ordered().nics().get(1).model().wire()).isEqualTo("e1000");
  }

  @Test
  void choosesAVmidAndSensibleDefaults() {
    var answer = post("{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}");

    assertThat(answer.json().get("vmid").asInt()).isEqualTo(1000);
    assertThat(ordered().cores()).isEqualTo(1);
    assertThat(ordered().memory()).isEqualTo(2048);
    assertThat(ordered().ostype()).isEqualTo("l26");
    assertThat(ordered().start()).isFalse();
  }

  @Test
  void clonesATemplateWithCloudInit() {
    var answer =
        post(
            """
            {"name":"web-1","clone_from":900,"user":"ada","ssh_keys":"%s\\n\\n%s","password":"correct horse",
             "nics":[{"bridge":"vmbr0","ip":"10.10.100.5/24","gw":"10.10.100.1","ip6":"auto","dns":["10.10.100.1"]},
                     {"bridge":"vmbr1","ip":"manual","ip6":"2001:db8::5/64","gw6":"fe80::1","dns":"10.10.100.1 2001:db8::1"}],
             "start_after_create":true}
            """
                .formatted(KEY, KEY));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("kind").asText()).isEqualTo("clone-vm");
    var vm = ordered();
    assertThat(((VmSource.Clone) vm.source()).full()).isFalse();
    assertThat(vm.dns()).containsExactly("10.10.100.1", "2001:db8::1");
    assertThat(vm.nics().get(0).addressing().ip6()).isEqualTo("auto");
    assertThat(vm.nics().get(1).addressing().ip()).isNull();
    var secrets = api.operations.secrets(api.operations.only().id());
    assertThat(secrets.password()).isEqualTo("correct horse");
    assertThat(secrets.sshKeys()).hasSize(2);
  }

  @Test
  void aLockedTemplateIsWaitedForUnlessTheOrderSaysNo() {
    api.cluster.details.computeIfPresent(
        new GuestRef(GuestKind.QEMU, FakeCluster.PVE1, new VmId(900)),
        (r, d) ->
            new GuestDetail(
                r, d.config(), d.status(), d.disks(), List.of(), true, false, "backup", false));

    var refused = post("{\"name\":\"web\",\"clone_from\":900,\"wait_for_lock\":false}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("locked");
    assertThat(refused.detail())
        .isEqualTo("VM 900 on pve1 is locked (backup), and the order was not to wait");
    assertThat(post("{\"name\":\"web\",\"clone_from\":900}").status()).isEqualTo(202);
    assertThat(GuestOrder.of(api.operations.only()).terms().waitsForLock()).isTrue();
  }

  @Test
  void keepsWhetherToWaitForALockThatComesLater() {
    post("{\"name\":\"web\",\"clone_from\":900,\"wait_for_lock\":false}");

    assertThat(GuestOrder.of(api.operations.only()).terms().waitsForLock()).isFalse();
    assertThat(postWith("\"wait_for_lock\":false").detail())
        .isEqualTo("wait_for_lock is for clones only; send clone_from too");
  }

  @Test
  void leavesACloneItsTemplatesSizeAndMakesNoPasswordUp() {
    post("{\"name\":\"web-1\",\"clone_from\":900,\"user\":\"ada\"}");

    assertThat(ordered().cores()).isEqualTo(1);
    assertThat(ordered().memory()).isEqualTo(1024);
    assertThat(api.operations.secrets(api.operations.only().id()).none()).isTrue();
  }

  @Test
  void showsTheOrderWithoutItsSecrets() {
    var created =
        post(
            "{\"name\":\"web-1\",\"clone_from\":900,\"password\":\"hush hush\",\"ssh_keys\":[\"%s\"]}"
                .formatted(KEY));

    var body = api.client().get(created.header("Location")).body();

    assertThat(body).contains("\"clone_from\":900").doesNotContain("hush").doesNotContain("AAAA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"under_score\"|name",
        "\"name\":\"-dash\"|name",
        "\"name\":7|name",
        "\"vmid\":99|vmid",
        "\"vmid\":\"1042\"|vmid",
        "\"vmid\":12345678901|vmid",
        "\"cores\":0|cores",
        "\"cores\":1.5|cores",
        "\"memory\":8|memory",
        "\"disk\":\"32\"|disk",
        "\"disk\":\"32X\"|disk",
        "\"disk\":32|disk",
        "\"disk\":\"999T\"|disk",
        "\"nics\":{}|nics",
        "\"nics\":[7]|nics[0]",
        "\"nics\":[{}]|nics[0].bridge",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"model\":\"ne2000\"}]|nics[0].model",
        "\"nics\":[{\"bridge\":\"vmbr0\"},{\"bridge\":\"vmbr0\",\"vlan\":0}]|nics[1].vlan",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"vlan\":4095}]|nics[0].vlan",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"vlan\":\"100\"}]|nics[0].vlan",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"mac\":\"x\"}]|nics[0].mac",
        "\"nics\":[{\"bridge\":\"vmbr0\",\"ip\":\"dhcp\"}]|nics[0].ip",
        "\"ostype\":\"beos\"|ostype",
        "\"tags\":[\"ok\",\"Not Ok\"]|tags[1]",
        "\"tags\":[1]|tags[0]",
        "\"start_after_create\":\"yes\"|start_after_create",
        "\"description\":\"nul \\u0000\"|description",
        "\"bios\":\"ovmf\"|bios",
        "\"user\":\"ada\"|user",
        "\"password\":\"12345\"|password",
        "\"ssh_keys\":\"rsa\"|ssh_keys[0]",
        "\"full\":true|full",
        "\"clone_from\":900,\"iso\":\"local:iso/debian.iso\"|iso",
        "\"clone_from\":900,\"password\":\"1234\"|password",
        "\"clone_from\":900,\"user\":\"Ada: Lovelace\"|user",
        "\"clone_from\":900,\"dns\":[\"here\"]|dns[0]",
        "\"clone_from\":900,\"nics\":[{\"bridge\":\"vmbr0\",\"ip\":\"10.0.0.5\"}]|nics[0].ip",
        "\"clone_from\":900,\"nics\":[{\"bridge\":\"vmbr0\",\"ip\":\"10.0.0.5/24\",\"gw\":\"10.9.9.9\"}]|nics[0].gw",
        "\"clone_from\":900,\"nics\":[{\"bridge\":\"vmbr0\",\"ip6\":\"slaac\"}]|nics[0].ip6",
      })
  void namesTheFieldThatIsWrong(String field, String named) {
    var answer = postWith(field);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid");
    assertThat(answer.json().get("errors").findValuesAsText("field")).contains(named);
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void tellsEverythingThatIsWrongInOneAnswer() {
    var answer = post("{\"cores\":0,\"memory\":1,\"nics\":[{\"vlan\":9999}],\"colour\":\"red\"}");

    assertThat(answer.json().get("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "name",
            "cores",
            "memory",
            "nics[0].bridge",
            "nics[0].vlan",
            "disk",
            "storage",
            "colour");
  }

  @Test
  void takesEightNicsAndNoNinth() {
    var eight = IntStream.range(0, 8).mapToObj(i -> "{\"bridge\":\"vmbr0\"}");
    var list = eight.collect(Collectors.joining(","));

    assertThat(postWith("\"nics\":[" + list + ",{\"bridge\":\"vmbr0\"}]").field())
        .isEqualTo("nics");
    assertThat(postWith("\"nics\":[" + list + "]").status()).isEqualTo(202);
  }
}
