package direttore.simulator.pve.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Texts are those of the recordings of Proxmox VE 9.2. */
class MethodSpecTest {
  private static final MethodSpec CREATE_VM = method("POST", "/nodes/{node}/qemu");
  private static final MethodSpec CREATE_CT = method("POST", "/nodes/{node}/lxc");

  @Test
  void namesEveryWrongParameterAtOnce() {
    var errors =
        errors(
            CREATE_VM,
            Map.of(
                "vmid", "101",
                "net0", "virtio,bridge=vmbr0,tag=9999",
                "memory", "lots",
                "bogus", "1",
                "scsi0", "nowhere:1"));

    assertThat(errors)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "net0",
                """
                invalid format - format error
                net0.tag: value must have a maximum value of 4094
                """,
                "memory",
                """
                invalid format - format error
                memory.current: type check ('integer') failed - got 'lots'
                """,
                "bogus",
                "property is not defined in schema and the schema does not allow additional"
                    + " properties"));
  }

  @Test
  void asksForWhatIsNotOptional() {
    assertThat(errors(CREATE_CT, Map.of("vmid", "200")))
        .isEqualTo(Map.of("ostemplate", "property is missing and it is not optional"));
  }

  @Test
  void judgesAVmidByItsFormatBeforeItsRange() {
    assertThat(errors(CREATE_VM, Map.of("vmid", "99")))
        .isEqualTo(Map.of("vmid", "invalid format - value does not look like a valid VM ID\n"));
    assertThat(errors(CREATE_VM, Map.of("vmid", "lots")))
        .isEqualTo(Map.of("vmid", "type check ('integer') failed - got 'lots'"));
  }

  @Test
  void takesBooleansAsZeroOrOneOnlyExceptWithinPropertyStrings() {
    assertThat(errors(CREATE_VM, Map.of("vmid", "101", "onboot", "true")))
        .isEqualTo(Map.of("onboot", "type check ('boolean') failed - got 'true'"));

    var checked =
        CREATE_VM.check(
            Map.of("node", "pve1"),
            Map.of("vmid", 101, "onboot", true, "net0", "virtio,bridge=vmbr0,firewall=yes"));

    assertThat(checked.flag("onboot", false)).isTrue();
    assertThat(checked.integer("vmid", 0)).isEqualTo(101);
  }

  @Test
  void knowsIndexedParametersUpToTheirLast() {
    assertThat(errors(CREATE_VM, Map.of("vmid", "101", "net32", "virtio"))).containsKey("net32");
    assertThat(errors(CREATE_VM, Map.of("vmid", "101", "net01", "virtio"))).containsKey("net01");

    var checked =
        CREATE_VM.check(
            Map.of("node", "pve1"), Map.of("vmid", "101", "net31", "virtio", "net2", "e1000"));

    assertThat(checked.indexed("net")).isEqualTo(Map.of(2, "e1000", 31, "virtio"));
  }

  @Test
  void asksForTheParameterThatAnotherOneRequires() {
    assertThat(errors(CREATE_VM, Map.of("vmid", "101", "unique", "1")))
        .isEqualTo(Map.of("archive", "missing property required by 'unique'"));
  }

  @Test
  void enumeratesWhatWouldHaveBeenRight() {
    var resources = method("GET", "/cluster/resources");

    assertThat(errors(resources, Map.of("type", "bogus")))
        .isEqualTo(
            Map.of(
                "type",
                "value 'bogus' does not have a value in the enumeration 'vm, storage, node, sdn'"));
  }

  @Test
  void refusesASentParameterThatContradictsThePath() {
    assertThatExceptionOfType(ParameterErrors.class)
        .isThrownBy(() -> CREATE_VM.merge(Map.of("node", "pve1"), Map.of("node", "pve2")))
        .satisfies(e ->
            assertThat(e.errors())
                .isEqualTo(
                    Map.of(
                        "node",
                        "duplicate parameter (already defined in URI) with conflicting"
                            + " values!")));
    assertThat(CREATE_VM.merge(Map.of("node", "pve1"), Map.of("node", "pve1"))).hasSize(1);
  }

  @Test
  void joinsRepeatedValuesOfAListParameter() {
    var checked =
        CREATE_VM.check(
            Map.of("node", "pve1"), Map.of("vmid", "101", "tags", List.of("lab", "test")));

    assertThat(checked.list("tags")).containsExactly("lab", "test");
    assertThat(checked.text("tags")).isEqualTo("lab,test");
  }

  @Test
  void resolvesTheAliasesOfANetworkDevice() {
    assertThat(ApiSchema.keys("vm-net", "virtio=BC:24:11:00:00:01,bridge=vmbr0"))
        .isEqualTo(Map.of("model", "virtio", "macaddr", "BC:24:11:00:00:01", "bridge", "vmbr0"));
  }

  @Test
  void saysWhatIsWrongWithAPropertyString() {
    assertThat(errors(CREATE_VM, Map.of("vmid", "101", "net0", "virtio,e1000")).get("net0"))
        .isEqualTo("invalid format - duplicate key in comma-separated list property: model\n");
    assertThat(errors(CREATE_VM, Map.of("vmid", "101", "net0", "colour=red")).get("net0"))
        .isEqualTo("invalid format - invalid key in comma-separated list property: colour\n");
    assertThat(errors(CREATE_CT, Map.of("vmid", "101", "ostemplate", "x:y", "net0", "bridge=a")))
        .isEqualTo(
            Map.of(
                "net0",
                """
                invalid format - format error
                net0.name: property is missing and it is not optional
                """));
  }

  @Test
  void letsThePathOfAGetBeProxiedToItsNode() {
    assertThat(CREATE_VM.proxyTo()).isEqualTo("node");
    assertThat(method("GET", "/cluster/resources").proxyTo()).isNull();
    assertThat(method("POST", "/access/ticket").tokenAllowed()).isFalse();
    assertThat(method("GET", "/nodes/{node}/qemu").privileged()).isTrue();
  }

  private static Map<String, String> errors(MethodSpec method, Map<String, ?> sent) {
    var path = new HashMap<String, String>();
    if (method.template().contains("{node}")) {
      path.put("node", "pve1");
    }
    var thrown = catchThrowableOfType(ParameterErrors.class, () -> method.check(path, sent));
    return thrown == null ? Map.of() : thrown.errors();
  }

  private static MethodSpec method(String verb, String template) {
    return Objects.requireNonNull(ApiSchema.pve().find(verb, template));
  }
}
