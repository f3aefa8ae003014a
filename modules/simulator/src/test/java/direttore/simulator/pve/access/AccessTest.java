package direttore.simulator.pve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.simulator.pve.schema.MethodSpec;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.schema.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Texts are those of the recordings of Proxmox VE 9.2. */
class AccessTest {
  private static final String KEY = "c2ltdWxhdG9yIHNpZ25pbmcga2V5IG9mIHRlc3RzISE=";
  private static final Caller STUDENT = new Caller("stud@pve", null);
  private static final Caller TOKEN = new Caller("stud@pve", "lab");

  private final TestClock clock = new TestClock();
  private final Access access =
      new Access(clock, new Lab(), () -> "secret-1", AccessState.initial("top-secret", KEY));

  @Test
  void givesATicketForAPasswordAndTakesItBack() {
    var login = login("root@pam", "top-secret");

    assertThat(String.valueOf(login.get("ticket")))
        .matches("PVE:root@pam:[0-9A-F]{8}::[A-Za-z0-9+/=]+");
    assertThat(String.valueOf(login.get("CSRFPreventionToken"))).matches("[0-9A-F]{8}:\\S{43}");
    assertThat(login).containsKeys("username", "cap").doesNotContainKey("clustername");
    assertThat(access.authenticate("GET", String.valueOf(login.get("ticket")), null, null))
        .isEqualTo(Caller.ROOT);
  }

  @Test
  void endsATicketAfterTwoHoursButRenewsItBefore() {
    var first = String.valueOf(login("root@pam", "top-secret").get("ticket"));
    clock.advance(Duration.ofMinutes(119));

    var second = String.valueOf(login("root@pam", first).get("ticket"));
    clock.advance(Duration.ofMinutes(2));

    assertThat(refusal(() -> access.authenticate("GET", first, null, null)).message())
        .isEqualTo("Authentication failed!");
    assertThat(access.authenticate("GET", second, null, null)).isEqualTo(Caller.ROOT);
    assertThat(refusal(() -> login("root@pam", first)).status()).isEqualTo(401);
  }

  @Test
  void tellsNothingButFailureOfAWrongPassword() {
    var refusal = refusal(() -> login("root@pam", "wrong"));

    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.message()).isEqualTo("authentication failure\n");
    assertThat(refusal.delayed()).isTrue();
    assertThat(refusal.bare()).isFalse();
    assertThat(refusal(() -> login("nobody@pve", "x")).message()).isEqualTo(refusal.message());
  }

  @Test
  void asksForACsrfTokenOnlyWhereATicketWrites() {
    var login = login("root@pam", "top-secret");
    var ticket = String.valueOf(login.get("ticket"));
    var csrf = String.valueOf(login.get("CSRFPreventionToken"));

    assertThat(access.authenticate("POST", ticket, null, csrf)).isEqualTo(Caller.ROOT);
    assertThat(refusal(() -> access.authenticate("POST", ticket, null, null)).message())
        .isEqualTo("Permission denied - invalid csrf token");
    assertThat(refusal(() -> access.authenticate("DELETE", ticket, null, "0:0")).bare()).isTrue();
    assertThat(refusal(() -> access.authenticate("GET", null, null, null)).message())
        .isEqualTo("No ticket");
    assertThat(refusal(() -> access.authenticate("GET", "PVE:root@pam:0::x", null, null)).message())
        .isEqualTo("Authentication failed!");
  }

  @Test
  void knowsATokenByItsSecretUntilItExpires() {
    student();
    post("/access/users/{userid}/token/{tokenid}", token("expire", now() + 60));

    assertThat(access.authenticate("POST", null, header("secret-1"), null)).isEqualTo(TOKEN);
    assertThat(refusal(() -> access.authenticate("GET", null, header("secret-2"), null)).message())
        .isEqualTo("Authentication failed!");
    clock.advance(Duration.ofSeconds(62));
    assertThat(refusal(() -> access.authenticate("GET", null, header("secret-1"), null)).delayed())
        .isTrue();
  }

  @Test
  void turnsADisabledUserAway() {
    student();
    var ticket = String.valueOf(login("stud@pve", "studpass1").get("ticket"));
    put("/access/users/{userid}", Map.of("userid", "stud@pve", "enable", "0"));

    assertThat(refusal(() -> access.authenticate("GET", ticket, null, null)).status())
        .isEqualTo(401);
    assertThat(refusal(() -> login("stud@pve", "studpass1")).status()).isEqualTo(401);
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
  void goesOnFromAKeptState() {
    student();
    var ticket = String.valueOf(login("stud@pve", "studpass1").get("ticket"));

    var next = new Access(clock, new Lab(), () -> "s", access.state());

    assertThat(next.authenticate("GET", ticket, null, null)).isEqualTo(STUDENT);
  }

  @Test
  void bindsAConsoleTicketToCallerPathAndPortForAMoment() {
    var ticket = access.consoleTicket(Caller.ROOT, "/vms/100", 5900);

    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/100", 5900)).isTrue();
    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/101", 5900)).isFalse();
    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/100", 5901)).isFalse();
    assertThat(access.isConsoleTicket(ticket, STUDENT, "/vms/100", 5900)).isFalse();
    clock.advance(Duration.ofSeconds(41));
    assertThat(access.isConsoleTicket(ticket, Caller.ROOT, "/vms/100", 5900)).isFalse();
  }

  @Test
  void letsAUserChangeOnlyTheirOwnPasswordAndOnlyWithTheOldOne() {
    student();
    var mine = Map.of("userid", "stud@pve", "password", "studpass2");

    assertThat(
            catchThrowableOfType(
                    ParameterErrors.class, () -> callAs(STUDENT, "PUT", "/access/password", mine))
                .errors())
        .containsKey("confirmation-password");
    var confirmed = new HashMap<>(mine);
    confirmed.put("confirmation-password", "studpass1");
    callAs(STUDENT, "PUT", "/access/password", confirmed);

    assertThat(login("stud@pve", "studpass2")).containsKey("ticket");
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

  private void student() {
    post(
        "/access/users",
        Map.of("userid", "stud@pve", "password", "studpass1", "comment", "student"));
  }

  private void grant(String path, String role, Map<String, String> more) {
    var parameters = new HashMap<>(more);
    parameters.putAll(Map.of("path", path, "users", "stud@pve", "roles", role));
    put("/access/acl", parameters);
  }

  private static Map<String, Object> token(String name, Object value) {
    return Map.of("userid", "stud@pve", "tokenid", "lab", name, value);
  }

  private static String header(String secret) {
    return "PVEAPIToken=stud@pve!lab=" + secret;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private Map<String, Object> permissions(Caller caller) {
    return texts(Objects.requireNonNull(callAs(caller, "GET", "/access/permissions", Map.of())));
  }

  private static Map<String, Object> texts(Object map) {
    var texts = new HashMap<String, Object>();
    ((Map<?, ?>) map).forEach((key, value) -> texts.put(key.toString(), value));
    return texts;
  }

  private Map<String, Object> login(String username, String password) {
    var answer = post("/access/ticket", Map.of("username", username, "password", password));
    return texts(Objects.requireNonNull(answer));
  }

  private @Nullable Object post(String template, Map<String, ?> parameters) {
    return call("POST", template, parameters);
  }

  private @Nullable Object put(String template, Map<String, ?> parameters) {
    return call("PUT", template, parameters);
  }

  private @Nullable Object call(String verb, String template, Map<String, ?> parameters) {
    return callAs(Caller.ROOT, verb, template, parameters);
  }

  private @Nullable Object callAs(
      Caller caller, String verb, String template, Map<String, ?> parameters) {
    var method = method(verb, template);
    return access.answer(method, caller, method.check(parameters));
  }

  private static MethodSpec method(String verb, String template) {
    return Objects.requireNonNull(Schema.pve().find(verb, template));
  }

  private static Refusal refusal(Runnable call) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, call::run));
  }

  /** Pool lab1 holds guest 100. */
  private static final class Lab implements Pools {
    @Override
    public Set<String> names() {
      return Set.of("lab1");
    }

    @Override
    public @Nullable String ofGuest(int vmid) {
      return vmid == 100 ? "lab1" : null;
    }

    @Override
    public Set<String> ofStorage(String storage) {
      return Set.of();
    }

    @Override
    public List<String> members(String pool) {
      return List.of("/vms/100");
    }
  }

  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T07:00:00Z");

    void advance(Duration step) {
      now = now.plus(step);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
