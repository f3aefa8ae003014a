package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.FakeCluster;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateVmTest {
  private static final String PATH = "/api/proxmox/nodes/pve1/vms";
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0Vw1Qm9cXkR0vXbqk1m0Qy5mVnT1n3Tq3y1o2p4r6s ada@lab";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer post(String json) {
    return api.client().post(PATH, json, "Prefer", "wait=0");
  }

  /** A right body with one more field, or one replaced. */
  private Answer postWith(String field) {
    var name = field.startsWith("\"name\"") ? "" : "\"name\":\"vm\",";
    var disk = field.startsWith("\"disk\"") ? "" : "\"disk\":\"8G\",";
    var storage = field.startsWith("\"storage\"") ? "" : "\"storage\":\"local-lvm\",";
    return post("{" + name + disk + storage + field + "}");
  }

  private NewVm ordered() {
    return ((GuestAction.CreateVm) GuestOrder.action(api.operations.only())).vm();
  }

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"nics\":[{\"bridge\":\"vmbr0\"},{\"bridge\":\"vmbr9\"}]|422|unknown-bridge|nics[1].bridge",
        "\"storage\":\"nowhere\"|422|unknown-storage|storage",
        "\"storage\":\"local\"|422|unknown-storage|storage",
        "\"iso\":\"local:iso/none.iso\"|422|unknown-iso|iso",
        "\"disk\":\"65G\"|422|no-space|disk",
        "\"memory\":65536|422|no-space|memory",
        "\"vmid\":100|409|vmid-in-use|vmid",
        "\"clone_from\":901|422|unknown-template|clone_from",
        "\"clone_from\":100,\"full\":false|422|impossible|full",
      })
  void refusesWhatTheClusterDoesNotHave(String field, int status, String problem, String named) {
    var answer = postWith(field);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.field()).isEqualTo(named);
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void refusesANodeThatIsNotThereOrNotOnline() {
    var body = "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}";

    assertThat(api.client().post("/api/proxmox/nodes/pve9/vms", body).status()).isEqualTo(404);
    assertThat(api.client().post("/api/proxmox/nodes/pve3/vms", body).problem())
        .isEqualTo("wrong-state");
  }

  @Test
  void refusesAVmidThatAnotherOrderIsAboutToTake() {
    var first = post("{\"vmid\":1042,\"name\":\"a\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}");
    var second = post("{\"vmid\":1042,\"name\":\"b\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.problem()).isEqualTo("vmid-in-use");
    assertThat(second.field()).isEqualTo("vmid");
    assertThat(second.detail()).contains(first.json().get("operation").asText());
  }

  @Test
  void tellsEverythingThatTheClusterDoesNotHaveInOneAnswer() {
    var answer =
        post(
            """
            {"vmid":100,"name":"vm","memory":65536,"disk":"65G","storage":"local-lvm","iso":"local:iso/none.iso",
             "nics":[{"bridge":"vmbr8"},{"bridge":"vmbr0"},{"bridge":"vmbr9"}]}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("several");
    assertThat(answer.json().get("errors").findValuesAsText("field"))
        .containsExactly("nics[0].bridge", "nics[2].bridge", "iso", "disk", "memory", "vmid");
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void tellsWhatIsInTheWayOfACloneTogetherWithTheRest() {
    var unknown =
        post("{\"vmid\":100,\"name\":\"vm\",\"clone_from\":901,\"nics\":[{\"bridge\":\"vmbr9\"}]}");
    var small = post("{\"name\":\"vm\",\"clone_from\":100,\"full\":false,\"disk\":\"1G\"}");

    assertThat(unknown.json().get("errors").findValuesAsText("field"))
        .containsExactly("clone_from", "nics[0].bridge", "vmid");
    assertThat(small.json().get("errors").findValuesAsText("field"))
        .containsExactly("full", "disk");
  }

  private void templateOf(List<GuestDetail.Disk> disks, List<GuestDetail.Disk> firmware) {
    var ref = new GuestRef(GuestKind.QEMU, FakeCluster.PVE1, new VmId(900));
    api.cluster.details.put(
        ref, new GuestDetail(ref, Map.of(), Map.of(), disks, firmware, false, true, null, false));
  }

  private static GuestDetail.Disk disk(String key, String storage, int gib) {
    return new GuestDetail.Disk(
        key, storage, storage + ":base-900-" + key, (long) gib << 30, false);
  }

  @Test
  void refusesToGrowADiskWhereItIsNotCertainWhichOneBoots() {
    templateOf(List.of(disk("virtio0", "local-lvm", 10), disk("scsi0", "local-lvm", 1)), List.of());

    var grown = post("{\"name\":\"vm\",\"clone_from\":900,\"disk\":\"20G\"}");
    var asItIs = post("{\"name\":\"vm\",\"clone_from\":900}");

    assertThat(grown.status()).isEqualTo(422);
    assertThat(grown.problem()).isEqualTo("impossible");
    assertThat(grown.field()).isEqualTo("disk");
    assertThat(grown.detail()).contains("not certain which disk of VM 900", "virtio0, scsi0");
    assertThat(asItIs.status()).isEqualTo(202);
  }

  @Test
  void copiesInFullWhereTheStateOfTheFirmwareCannotBeLinked() {
    templateOf(List.of(disk("scsi0", "local-lvm", 8)), List.of(disk("efidisk0", "thick", 0)));

    post("{\"name\":\"vm\",\"clone_from\":900}");

    assertThat(((VmSource.Clone) ordered().source()).full()).isTrue();
    assertThat(post("{\"name\":\"vm\",\"clone_from\":900,\"full\":false}").detail())
        .contains("storage thick (lvm) cannot share");
  }

  @Test
  void refusesMoreProcessorsThanTheNodeHasOnlyWhereItShallStart() {
    var body =
        "{\"name\":\"vm\",\"cores\":16,\"disk\":\"8G\",\"storage\":\"local-lvm\",\"start_after_create\":%s}";

    var started = post(body.formatted("true"));

    assertThat(started.field()).isEqualTo("cores");
    assertThat(started.detail()).contains("pve1 has 8 processors", "with 16 cannot start");
    assertThat(post(body.formatted("false")).status()).isEqualTo(202);
  }

  @Test
  void refusesAStorageThatIsNotActive() {
    var answer = post("{\"name\":\"vm\",\"disk\":\"1G\",\"storage\":\"slow\"}");

    assertThat(answer.problem()).isEqualTo("wrong-state");
    assertThat(answer.field()).isEqualTo("storage");
    assertThat(answer.detail()).isEqualTo("storage slow is not active on pve1");
  }

  @Test
  void takesAnImageThatItsStorageDoesNotTellOfInTime() {
    api.cluster.mute.add("local");

    var answer =
        post(
            "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\",\"iso\":\"local:iso/new (x64).iso\"}");

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void checksAnOrderWithoutTakingIt() {
    var body = "{\"vmid\":1042,\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}";

    var given = api.client().post(PATH + "?check=true", body);
    var open = api.client().post(PATH + "?check=true", "{\"name\":\"vm\",\"clone_from\":900}");

    assertThat(given.status()).isEqualTo(200);
    assertThat(given.body()).isEqualTo("{\"valid\":true,\"node\":\"pve1\",\"vmid\":1042}");
    assertThat(open.json().get("vmid").isNull()).isTrue();
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void refusesACheckedOrderAsARealOne() {
    var bodies =
        List.of(
            "{\"cores\":0}",
            "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"nowhere\"}",
            "{\"vmid\":100,\"name\":\"vm\",\"disk\":\"65G\",\"storage\":\"local-lvm\"}");

    assertThat(bodies)
        .allSatisfy(body -> {
          var checked = (ObjectNode) api.client().post(PATH + "?check=true", body).json();
          var real = (ObjectNode) post(body).json();
          checked.remove("instance");
          real.remove("instance");
          assertThat(checked).isEqualTo(real);
        });
    assertThat(api.client().post(PATH + "?check=maybe", bodies.get(1)).field()).isEqualTo("check");
  }

  @Test
  void checksAVmidAgainstOrdersUnderWayToo() {
    var body = "{\"vmid\":1042,\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}";
    post(body);

    assertThat(api.client().post(PATH + "?check=true", body).problem()).isEqualTo("vmid-in-use");
  }
}
