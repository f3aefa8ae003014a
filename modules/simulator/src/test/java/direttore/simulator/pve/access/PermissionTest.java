package direttore.simulator.pve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.simulator.pve.schema.ParameterErrors;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What roles, groups and pools allow. */
class PermissionTest extends AccessFixture {
  private void grant(String path, String role, Map<String, String> more) {
    var parameters = new HashMap<>(more);
    parameters.putAll(Map.of("path", path, "users", "stud@pve", "roles", role));
    put("/access/acl", parameters);
  }

  private Map<String, Object> permissions(Caller caller) {
    return texts(Objects.requireNonNull(callAs(caller, "GET", "/access/permissions", Map.of())));
  }

  @Test
  void passesPermissionsDownThePathUnlessADeeperEntrySaysOtherwise() {
    student();
    grant("/vms", "PVEVMUser", Map.of());
    grant("/vms/101", "NoAccess", Map.of());
    grant("/nodes", "PVEAuditor", Map.of("propagate", "0"));

    assertThat(access.allows(STUDENT, "/vms/100", "VM.Audit", "VM.PowerMgmt")).isTrue();
    assertThat(access.allows(STUDENT, "/vms/100", "VM.Allocate")).isFalse();
    assertThat(access.allows(STUDENT, "/vms/101", "VM.Audit")).isFalse();
    assertThat(access.allows(STUDENT, "/nodes", "Sys.Audit")).isTrue();
    assertThat(access.allows(STUDENT, "/nodes/pve1", "Sys.Audit")).isFalse();
  }

  @Test
  void letsAPoolPassItsPermissionsToItsMembers() {
    student();
    grant("/pool/lab1", "PVEVMUser", Map.of());

    assertThat(access.allows(STUDENT, "/vms/100", "VM.PowerMgmt")).isTrue();
    assertThat(access.allows(STUDENT, "/vms/105", "VM.PowerMgmt")).isFalse();
    assertThat(String.valueOf(permissions(STUDENT).get("/vms/100"))).contains("VM.PowerMgmt=0");
    assertThat(String.valueOf(permissions(STUDENT).get("/pool/lab1"))).contains("VM.PowerMgmt=1");
  }

  @Test
  void givesAGroupsPermissionsToItsMembers() {
    student();
    post("/access/groups", Map.of("groupid", "lab"));
    put("/access/users/{userid}", Map.of("userid", "stud@pve", "groups", "lab"));
    put("/access/acl", Map.of("path", "/vms", "groups", "lab", "roles", "PVEVMUser"));

    assertThat(access.allows(STUDENT, "/vms/100", "VM.Console")).isTrue();
    grant("/vms", "PVEAuditor", Map.of());
    assertThat(access.allows(STUDENT, "/vms/100", "VM.Console")).isFalse();
  }

  @Test
  void cutsASeparatedTokenDownToWhatBothHave() {
    student();
    grant("/vms", "PVEVMUser", Map.of());
    post("/access/users/{userid}/token/{tokenid}", token("privsep", "1"));

    assertThat(access.allows(TOKEN, "/vms/100", "VM.Audit")).isFalse();
    put("/access/acl", Map.of("path", "/vms/100", "tokens", "stud@pve!lab", "roles", "PVEVMAdmin"));
    assertThat(access.allows(TOKEN, "/vms/100", "VM.Audit")).isTrue();
    assertThat(access.allows(TOKEN, "/vms/100", "VM.Allocate")).isFalse();
    put(
        "/access/users/{userid}/token/{tokenid}",
        Map.of("userid", "stud@pve", "tokenid", "lab", "privsep", "0"));
    assertThat(access.allows(TOKEN, "/vms/200", "VM.PowerMgmt")).isTrue();
  }

  @Test
  void namesPathAndPrivilegeThatAreMissing() {
    student();
    var delete = method("DELETE", "/nodes/{node}/qemu/{vmid}");
    var parameters = Map.of("node", "pve1", "vmid", "101");

    assertThat(refusal(() -> access.authorize(delete, STUDENT, parameters)).message())
        .isEqualTo("Permission check failed (/vms/101, VM.Allocate)\n");
    assertThat(
            refusal(() ->
                    access.authorize(
                        method("PUT", "/nodes/{node}/qemu/{vmid}/config"), STUDENT, parameters))
                .message())
        .startsWith("Permission check failed (/vms/101, VM.Config.Disk|VM.Config.CDROM|");
    access.authorize(delete, Caller.ROOT, parameters);
  }

  @Test
  void refusesATokenWhereATicketIsAskedFor() {
    var change = method("PUT", "/access/password");

    var refusal = refusal(() -> access.authorize(change, TOKEN, Map.of("userid", "stud@pve")));

    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.message())
        .isEqualTo(
            "Permission check failed (URI '/access/password' not available with API token, need"
                + " proper ticket.\n)\n");
  }

  @Test
  void asksForAPoolOnlyWhereOneWasNamed() {
    student();
    grant("/vms/100", "PVEVMAdmin", Map.of());
    grant("/pool/lab1", "PVEVMAdmin", Map.of());
    var clone = method("POST", "/nodes/{node}/qemu/{vmid}/clone");

    access.authorize(clone, STUDENT, Map.of("vmid", "100", "newid", "300", "pool", "lab1"));

    assertThat(
            refusal(() -> access.authorize(clone, STUDENT, Map.of("vmid", "100", "newid", "300")))
                .message())
        .isEqualTo("Permission check failed\n");
  }

  @Test
  void saysWhyAnAccountIsNotMade() {
    student();

    assertThat(refusal(this::student).message())
        .isEqualTo("create user failed: user 'stud@pve' already exists\n");
    assertThat(
            refusal(() ->
                    put(
                        "/access/acl",
                        Map.of("path", "/", "users", "stud@pve", "roles", "Nothing")))
                .message())
        .isEqualTo("ACL update failed: role 'Nothing' does not exist\n");
    assertThat(
            catchThrowableOfType(
                    ParameterErrors.class, () -> grant("/nowhere", "PVEAuditor", Map.of()))
                .errors())
        .isEqualTo(Map.of("path", "invalid ACL path '/nowhere'"));
  }

  @Test
  void forgetsAUserWithTokensGroupsAndGrants() {
    student();
    post("/access/users/{userid}/token/{tokenid}", token("privsep", "0"));
    grant("/vms", "PVEVMUser", Map.of());

    call("DELETE", "/access/users/{userid}", Map.of("userid", "stud@pve"));

    assertThat(access.state().tokens()).isEmpty();
    assertThat(access.state().grants()).isEmpty();
    assertThat(access.state().users()).hasSize(1);
  }

  @Test
  void givesTheBuiltInRolesOfNine() {
    assertThat(Roles.builtIn()).hasSize(17);
    assertThat(Roles.builtIn().get("PVEAuditor"))
        .containsExactly(
            "Datastore.Audit",
            "Mapping.Audit",
            "Pool.Audit",
            "SDN.Audit",
            "Sys.Audit",
            "VM.Audit",
            "VM.GuestAgent.Audit");
    assertThat(Roles.builtIn().get("PVEAdmin"))
        .contains("Pool.Allocate", "Mapping.Use")
        .doesNotContain("Permissions.Modify", "Sys.Modify", "Mapping.Modify");
  }
}
