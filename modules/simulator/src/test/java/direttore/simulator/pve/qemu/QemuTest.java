package direttore.simulator.pve.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.pve.TestLab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class QemuTest {
  private static final String ALL = "/nodes/pve1/qemu";
  private static TestLab lab;

  @BeforeAll
  static void start() {
    lab = new TestLab();
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void createsAMachineWithDiskImageAndNetwork() {
    var ended = lab.ended(lab.post(ALL, machine(1042)));

    var config = lab.get(ALL + "/1042/config").data();
    assertThat(ended.status()).isEqualTo("OK");
    assertThat(ended.log())
        .contains("scsi0: successfully created disk 'local-lvm:vm-1042-disk-0,size=32G'")
        .endsWith("TASK OK");
    assertThat(config.path("scsi0").asText()).isEqualTo("local-lvm:vm-1042-disk-0,size=32G");
    assertThat(config.path("ide2").asText()).endsWith(",media=cdrom,size=2008M");
    assertThat(config.path("net0").asText())
        .matches("virtio=BC:24:11(:[0-9A-F]{2}){3},bridge=vmbr0");
    assertThat(config.path("boot").asText()).isEqualTo("order=scsi0;ide2;net0");
    assertThat(config.path("memory").isTextual()).isTrue();
    assertThat(config.path("cores").isInt()).isTrue();
    assertThat(config.path("digest").asText()).matches("[0-9a-f]{40}");
  }

  @Test
  void listsAReservedMachineAtOnceAndRemovesItAgainWhenItsCreationFails() {
    lab.simulator().faults().failNextTask("qmcreate", "lvcreate failed");

    var started = lab.post(ALL, machine(1043));

    assertThat(lab.ended(started).status()).isEqualTo("unable to create VM 1043 - lvcreate failed");
    assertThat(lab.get(ALL + "/1043/config").message())
        .isEqualTo("Configuration file 'nodes/pve1/qemu-server/1043.conf' does not exist");
    assertThat(lab.get("/nodes/pve1/storage/local-lvm/content?vmid=1043").data()).isEmpty();
  }

  @Test
  void letsOneOfFourParallelCreatesWin() {
    var messages =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(i -> lab.post(ALL, machine(777)).message())
            .toList();

    assertThat(messages).filteredOn(String::isEmpty).hasSize(1);
    assertThat(messages)
        .filteredOn(m -> !m.isEmpty())
        .hasSize(3)
        .allMatch(m -> m.equals("unable to create VM 777 - VM 777 already exists on node 'pve1'"));
  }

  @Test
  void refusesAnUnknownStorageBeforeAnyTask() {
    var reply = lab.post(ALL, Map.of("vmid", 1044, "scsi0", "nowhere:1"));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).isEqualTo("storage 'nowhere' does not exist");
  }

  @Test
  void leavesAnUnknownBridgeToTheStart() {
    lab.ended(lab.post(ALL, Map.of("vmid", 1045, "net0", "virtio,bridge=nobr")));

    var started = lab.ended(lab.post(ALL + "/1045/status/start", Map.of()));

    assertThat(started.status()).isEqualTo("bridge 'nobr' does not exist");
  }

  @Test
  void cannotTagOnABridgeWithoutPorts() {
    lab.ended(lab.post(ALL, Map.of("vmid", 1046, "net0", "virtio,bridge=vmbr2,tag=7")));

    var started = lab.ended(lab.post(ALL + "/1046/status/start", Map.of()));

    assertThat(started.log()).contains("no physical interface on bridge 'vmbr2'");
    assertThat(started.status()).isEqualTo("start failed: QEMU exited with code 1");
  }

  @Test
  void keepsTheCreationGoodWhenTheStartAfterItFails() {
    var ended =
        lab.ended(lab.post(ALL, Map.of("vmid", 1047, "net0", "virtio,bridge=nobr", "start", 1)));

    assertThat(ended.status()).isEqualTo("OK");
    assertThat(lab.get(ALL + "/1047/status/current").data().path("status").asText())
        .isEqualTo("stopped");
  }

  @Test
  void takesStartOfARunningMachineAsATaskThatFails() {
    running(1048);

    var again = lab.ended(lab.post(ALL + "/1048/status/start", Map.of()));

    assertThat(again.status()).isEqualTo("VM 1048 already running");
    assertThat(again.log()).containsExactly("TASK ERROR: VM 1048 already running");
  }

  @Test
  void takesStopAndShutdownOfAStoppedMachineAsDone() {
    lab.ended(lab.post(ALL, machine(1049)));

    assertThat(lab.ended(lab.post(ALL + "/1049/status/stop", Map.of())).status()).isEqualTo("OK");
    assertThat(lab.ended(lab.post(ALL + "/1049/status/shutdown", Map.of())).status())
        .isEqualTo("OK");
    assertThat(lab.post(ALL + "/1049/status/reset", Map.of()).message())
        .isEqualTo("VM 1049 not running");
  }

  @Test
  void showsAPausedMachineAsRunningWithAnotherQmpStatus() {
    running(1050);

    lab.ended(lab.post(ALL + "/1050/status/suspend", Map.of()));

    var status = lab.get(ALL + "/1050/status/current").data();
    assertThat(status.path("status").asText()).isEqualTo("running");
    assertThat(status.path("qmpstatus").asText()).isEqualTo("paused");
    assertThat(lab.post(ALL + "/1050/status/shutdown", Map.of()).message())
        .isEqualTo("VM is paused - cannot shutdown");
  }

  @Test
  void givesUpOnAMachineThatDoesNotListenUnlessForced() {
    lab.ended(lab.post(ALL, Map.of("vmid", 1051, "agent", "1")));
    lab.ended(lab.post(ALL + "/1051/status/start", Map.of()));

    var asked = lab.ended(lab.post(ALL + "/1051/status/shutdown", Map.of("timeout", 1)));
    var forced =
        lab.ended(lab.post(ALL + "/1051/status/shutdown", Map.of("timeout", 1, "forceStop", 1)));

    assertThat(asked.status()).isEqualTo("VM quit/powerdown failed - got timeout");
    assertThat(asked.log().getFirst()).startsWith("QEMU Guest Agent is not running - VM 1051");
    assertThat(forced.status()).isEqualTo("OK");
  }

  @Test
  void abortsAWaitingShutdownWhenTheStopOverrulesIt() {
    lab.ended(lab.post(ALL, Map.of("vmid", 1052)));
    lab.ended(lab.post(ALL + "/1052/status/start", Map.of()));
    var waiting = lab.post(ALL + "/1052/status/shutdown", Map.of("timeout", 60));

    var stop = lab.ended(lab.post(ALL + "/1052/status/stop", Map.of("overrule-shutdown", 1)));

    assertThat(stop.status()).isEqualTo("OK");
    assertThat(lab.ended(waiting).status()).isEqualTo("received interrupt");
  }

  @Test
  void destroysAMachineWithItsDisksOnly() {
    lab.ended(lab.post(ALL, machine(1053)));
    lab.post(
        "/nodes/pve1/storage/local-lvm/content",
        Map.of("vmid", 1053, "filename", "vm-1053-disk-9", "size", "1G"));

    var ended = lab.ended(lab.delete(ALL + "/1053?purge=1"));

    assertThat(ended.log())
        .contains("  Logical volume \"vm-1053-disk-0\" successfully removed.")
        .contains("purging VM 1053 from related configurations..");
    assertThat(lab.get("/nodes/pve1/storage/local-lvm/content?vmid=1053").data()).hasSize(1);
  }

  @Test
  void refusesToDestroyRunningProtectedAndManagedMachines() {
    running(1054);

    assertThat(lab.delete(ALL + "/1054").message())
        .isEqualTo("VM 1054 is running - destroy failed");
    assertThat(lab.delete(ALL + "/206").message())
        .isEqualTo("can't remove VM 206 - protection mode enabled");
    assertThat(lab.delete(ALL + "/204").message())
        .isEqualTo("unable to remove VM 204 - used in HA resources and purge parameter not set.");
  }

  @Test
  void letsTheManagerStopAManagedMachine() {
    var stop = lab.ended(lab.post(ALL + "/204/status/stop", Map.of()));

    assertThat(stop.upid()).contains(":hastop:204:");
    assertThat(stop.log()).startsWith("Requesting HA stop for VM 204");
  }

  @Test
  void failsInTheTaskWhenABackupHoldsTheConfiguration() {
    var stop = lab.ended(lab.post(ALL + "/202/status/stop", Map.of()));
    var change = lab.put(ALL + "/202/config", Map.of("cores", 1));

    assertThat(stop.status()).isEqualTo("VM is locked (backup)");
    assertThat(change.status()).isEqualTo(500);
    assertThat(change.message()).isEqualTo("VM is locked (backup)");
  }

  @Test
  void namesEveryWrongParameter() {
    var reply =
        lab.post(
            ALL,
            Map.of(
                "vmid",
                1055,
                "net0",
                "virtio,bridge=vmbr0,tag=9999",
                "memory",
                "lots",
                "bogus",
                1));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).isEqualTo("Parameter verification failed.");
    assertThat(reply.error("net0"))
        .isEqualTo(
            "invalid format - format error\nnet0.tag: value must have a maximum value of 4094\n");
    assertThat(reply.error("bogus"))
        .isEqualTo(
            "property is not defined in schema and the schema does not allow additional"
                + " properties");
  }

  @Test
  void fakesNoNodeItDoesNotHave() {
    assertThat(lab.get("/nodes/nonode/status").message())
        .startsWith("hostname lookup 'nonode' failed - ");
    assertThat(lab.get("/nodes/pve2/qemu/200/config").message())
        .isEqualTo("Configuration file 'nodes/pve2/qemu-server/200.conf' does not exist");
  }

  @Test
  void findsNoAgentWhereNoneIsConfigured() {
    running(1056);

    assertThat(lab.post(ALL + "/1056/agent/ping", Map.of()).message())
        .isEqualTo("No QEMU guest agent configured");
    assertThat(lab.get(ALL + "/200/agent/network-get-interfaces").data().path("result"))
        .isNotEmpty();
  }

  private static void running(int vmid) {
    lab.ended(lab.post(ALL, machine(vmid)));
    assertThat(lab.ended(lab.post(ALL + "/" + vmid + "/status/start", Map.of())).status())
        .isEqualTo("OK");
  }

  private static Map<String, Object> machine(int vmid) {
    var form = new LinkedHashMap<String, Object>();
    form.put("vmid", vmid);
    form.put("name", "my-vm");
    form.put("cores", 2);
    form.put("memory", 2048);
    form.put("scsi0", "local-lvm:32");
    form.put("ide2", "local:iso/ubuntu-22.04.4-live-server-amd64.iso,media=cdrom");
    form.put("net0", "virtio,bridge=vmbr0");
    form.put("net1", "e1000,bridge=vmbr1,tag=100");
    return form;
  }

  @Test
  void answersAsGuestsListAndAsResourcesDo() {
    var listed = lab.get(ALL).data().get(0);
    var resource = lab.get("/cluster/resources?type=vm").data().get(0);

    assertThat(List.of("vmid", "name", "status", "cpus", "maxmem", "maxdisk", "uptime"))
        .allMatch(listed::has);
    assertThat(List.of("id", "vmid", "node", "type", "status", "maxcpu", "maxmem", "template"))
        .allMatch(resource::has);
    assertThat(listed.has("template")).isFalse();
  }
}
