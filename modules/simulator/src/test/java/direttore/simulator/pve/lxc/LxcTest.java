package direttore.simulator.pve.lxc;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.pve.TestLab;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LxcTest {
  private static final String ALL = "/nodes/pve1/lxc";
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
  void createsAContainerWithTwoNetworks() {
    var ended = lab.ended(lab.post(ALL, container(3001)));

    var config = lab.get(ALL + "/3001/config").data();
    assertThat(ended.status()).isEqualTo("OK");
    assertThat(ended.log())
        .contains(
            "extracting archive"
                + " '/var/lib/vz/template/cache/ubuntu-22.04-standard_22.04-1_amd64.tar.gz'")
        .endsWith("TASK OK");
    assertThat(config.path("rootfs").asText()).isEqualTo("local-lvm:vm-3001-disk-0,size=8G");
    assertThat(config.path("net1").asText())
        .matches(
            "name=eth1,bridge=vmbr1,hwaddr=BC:24:11(:[0-9A-F]{2}){3},ip=10.10.100.5/24,tag=200,type=veth");
    assertThat(config.path("memory").isInt()).isTrue();
    assertThat(config.path("unprivileged").asInt()).isEqualTo(1);
    assertThat(config.path("ostype").asText()).isEqualTo("ubuntu");
    assertThat(config.has("password")).isFalse();
  }

  @Test
  void failsInTheTaskWhenTheTemplateIsMissingAndLeavesNothing() {
    var form = container(3002);
    form.put("ostemplate", "local:vztmpl/none.tar.gz");

    var ended = lab.ended(lab.post(ALL, form));

    assertThat(ended.status())
        .isEqualTo("unable to create CT 3002 - volume 'local:vztmpl/none.tar.gz' does not exist");
    assertThat(lab.get("/nodes/pve1/storage/local-lvm/content?vmid=3002").data()).isEmpty();
    assertThat(lab.get(ALL + "/3002/config").message())
        .isEqualTo("Configuration file 'nodes/pve1/lxc/3002.conf' does not exist");
  }

  @Test
  void asksForATemplate() {
    assertThat(lab.post(ALL, Map.of("vmid", 3003)).error("ostemplate"))
        .isEqualTo("property is missing and it is not optional");
  }

  @Test
  void refusesAStorageThatHoldsNoContainers() {
    var form = container(3004);
    form.put("rootfs", "local:8");

    assertThat(lab.post(ALL, form).error("storage"))
        .isEqualTo("storage 'local' does not support container directories");
  }

  @Test
  void refusesAtOnceWhatAMachineWouldRefuseInATask() {
    lab.ended(lab.post(ALL, container(3005)));

    assertThat(lab.post(ALL + "/3005/status/stop", Map.of()).message())
        .isEqualTo("CT 3005 not running");
    assertThat(lab.post(ALL + "/3005/status/shutdown", Map.of()).message())
        .isEqualTo("CT 3005 not running");
    assertThat(lab.ended(lab.post(ALL + "/3005/status/start", Map.of())).status()).isEqualTo("OK");
    assertThat(lab.post(ALL + "/3005/status/start", Map.of()).message())
        .isEqualTo("CT 3005 already running");
    assertThat(lab.delete(ALL + "/3005").message())
        .isEqualTo("unable to destroy CT 3005 - container is running");
    assertThat(lab.ended(lab.delete(ALL + "/3005?force=1")).status()).isEqualTo("OK");
  }

  @Test
  void showsInterfacesOfARunningContainerOnly() {
    lab.ended(lab.post(ALL, container(3006)));
    assertThat(lab.get(ALL + "/3006/interfaces").data().isNull()).isTrue();

    lab.ended(lab.post(ALL + "/3006/status/start", Map.of()));

    assertThat(lab.get(ALL + "/3006/interfaces").data()).hasSize(3);
    assertThat(lab.get(ALL + "/3006/status/current").data().path("pressurecpusome").asText())
        .isEqualTo("0.00");
  }

  @Test
  void rebootsAndShutsDown() {
    lab.ended(lab.post(ALL, container(3007)));
    lab.ended(lab.post(ALL + "/3007/status/start", Map.of()));

    var reboot = lab.ended(lab.post(ALL + "/3007/status/reboot", Map.of()));
    var shutdown = lab.ended(lab.post(ALL + "/3007/status/shutdown", Map.of()));

    assertThat(reboot.status()).isEqualTo("OK");
    assertThat(shutdown.status()).isEqualTo("OK");
    assertThat(lab.get(ALL + "/3007/status/current").data().path("status").asText())
        .isEqualTo("stopped");
  }

  @Test
  void clonesATemplateLinkedAndLocksItMeanwhile() {
    var ended = lab.ended(lab.post(ALL + "/9100/clone", Map.of("newid", 3010, "hostname", "copy")));

    assertThat(ended.log())
        .contains("create linked clone of mount point rootfs (local-lvm:base-9100-disk-0)");
    assertThat(lab.get(ALL + "/3010/config").data().path("hostname").asText()).isEqualTo("copy");
    assertThat(lab.get(ALL + "/9100/config").data().has("lock")).isFalse();
  }

  @Test
  void cannotSnapshotOnFilesOrFreezeWithoutCriu() {
    var form = container(3011);
    form.put("rootfs", "nfs:4");
    lab.ended(lab.post(ALL, form));
    lab.ended(lab.post(ALL + "/3011/status/start", Map.of()));

    assertThat(lab.ended(lab.post(ALL + "/3011/snapshot", Map.of("snapname", "s1"))).status())
        .isEqualTo("snapshot feature is not available");
    assertThat(lab.ended(lab.post(ALL + "/3011/status/suspend", Map.of())).status())
        .startsWith("command 'lxc-checkpoint -n 3011");
  }

  @Test
  void changesAndBecomesATemplateAtOnce() {
    lab.ended(lab.post(ALL, container(3012)));

    assertThat(lab.put(ALL + "/3012/config", Map.of("memory", 1024)).data().isNull()).isTrue();
    assertThat(lab.post(ALL + "/3012/template", Map.of()).data().isNull()).isTrue();
    assertThat(lab.get(ALL + "/3012/config").data().path("template").asInt()).isEqualTo(1);
    assertThat(lab.ended(lab.post(ALL + "/3012/status/start", Map.of())).status())
        .isEqualTo("you can't start a CT if it's a template");
  }

  private static Map<String, Object> container(int vmid) {
    var form = new LinkedHashMap<String, Object>();
    form.put("vmid", vmid);
    form.put("hostname", "my-container");
    form.put("cores", 1);
    form.put("memory", 512);
    form.put("rootfs", "local-lvm:8");
    form.put("ostemplate", "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz");
    form.put("net0", "name=eth0,bridge=vmbr0,ip=dhcp");
    form.put("net1", "name=eth1,bridge=vmbr1,ip=10.10.100.5/24,tag=200");
    form.put("password", "changeme");
    return form;
  }
}
