package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.FakeCluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the way of a new VM, told before it is ordered. */
class RefusedVmTest extends NewVmFixture {
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
            "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\",\"iso\":\"local:iso/new"
                + " (x64).iso\"}");

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
