package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.proxmox.right.Rights;
import direttore.testkit.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights that the README asks for on a real cluster suffice for everything we do. */
class ReadmeRoleTest {
  private static final Pattern PRIVILEGES = Pattern.compile("--privs \"([^\"]+)\"");
  private static final Duration PATIENCE = Limit.NEVER;
  @TempDir Path folder;

  @Test
  void theRoleOfTheReadmeIsEnough() throws IOException {
    try (var lab = Lab.open(folder, Duration.ofMillis(200));
        var pve = new Pve(lab.simulator())) {
      var settings = lab.settings();
      settings.put("PROXMOX_TOKEN_ID", "direttore@pve!lab");
      settings.put("PROXMOX_TOKEN_SECRET", token(pve, privileges()));
      try (var program = lab.start("serve", settings);
          var client = new JsonClient(Integer.parseInt(settings.get("API_PORT")))) {
        client.awaitReady(PATIENCE);

        succeeds(client, "lxc", container());
        succeeds(client, "lxc/7001/shutdown", "");
        succeeds(client, "lxc/7001/delete", "");
        succeeds(client, "vms", vm());
        succeeds(client, "vms/7002/reboot", "");
        succeeds(client, "vms/7002/snapshots", "{\"name\":\"before\",\"ram\":true}");
        succeeds(client, "vms/7002/snapshots/before/rollback", "{\"start\":true}");
        assertThat(client.get("/api/proxmox/nodes/pve1/vms/7002/removal").status()).isEqualTo(200);
        succeeds(client, "vms", copy());
        succeeds(client, "vms/7003/stop", "");
        succeeds(client, "vms/7003/start", "");
        succeeds(client, "vms/7003/delete", "{\"force\":true}");
        succeeds(client, "vms/204/delete", "{\"force\":true}");
        assertThat(program.alive()).isTrue();
        assertThat(program.output()).doesNotContain("lacks privileges");
      }
    }
  }

  @Test
  void aRoleThatIsNotEnoughIsToldAtTheStart() throws IOException {
    try (var lab = Lab.open(folder, Duration.ofMillis(200));
        var pve = new Pve(lab.simulator())) {
      var settings = lab.settings();
      settings.put("PROXMOX_TOKEN_ID", "direttore@pve!lab");
      settings.put("PROXMOX_TOKEN_SECRET", token(pve, "VM.Audit Sys.Audit Datastore.Audit"));
      try (var program = lab.start("serve", settings)) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() ->
                assertThat(program.output())
                    .contains("API token direttore@pve!lab lacks privileges")
                    .contains("pveum role modify ROLE --append 1 --privs \"VM.Allocate VM.Clone"));
      }
    }
  }

  @Test
  void theReadmeAsksForWhatTheProgramChecks() throws IOException {
    assertThat(privileges().split(" ")).containsExactlyElementsOf(Rights.NEEDED);
  }

  private static String privileges() throws IOException {
    var readme = Files.readString(Path.of("../../README.md"));
    var privileges = PRIVILEGES.matcher(readme);
    assertThat(privileges.find()).isTrue();
    return privileges.group(1).replaceAll("[\\s\\\\]+", " ");
  }

  private static String token(Pve pve, String privileges) throws IOException {
    pve.post("/access/roles", Map.of("roleid", "Direttore", "privs", privileges));
    pve.post("/access/users", Map.of("userid", "direttore@pve"));
    pve.put("/access/acl", Map.of("path", "/", "users", "direttore@pve", "roles", "Direttore"));
    JsonNode token = pve.create("/access/users/direttore@pve/token/lab", Map.of("privsep", "0"));
    return token.path("value").asText();
  }

  private static void succeeds(JsonClient client, String path, String body) {
    var answer = client.post("/api/proxmox/nodes/pve1/" + path, body);
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(202);
    var ended = client.awaitEnd(answer.body().path("operation").asText(), PATIENCE);
    assertThat(ended.path("status").asText()).as("%s: %s", path, ended).isEqualTo("succeeded");
  }

  private static String container() {
    return """
    {"vmid":7001,"hostname":"role","memory":256,"cores":1,"storage":"local-lvm","disk_size":2,
     "template":"local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz","description":"a note",
     "nics":[{"name":"eth0","bridge":"vmbr0","ip":"dhcp"}],"password":"changeme",
     "tags":["lab"],"features":{"nesting":true},"dns":["10.0.0.1"],"start_after_create":true}
    """;
  }

  private static String vm() {
    return """
    {"vmid":7002,"name":"role","memory":256,"cores":1,"disk":"4G","storage":"local-lvm",
     "iso":"local:iso/ubuntu-22.04.4-live-server-amd64.iso","tags":["lab"],
     "nics":[{"bridge":"vmbr0","model":"virtio","vlan":null}],"start_after_create":true}
    """;
  }

  private static String copy() {
    return """
    {"vmid":7003,"name":"role","memory":512,"cores":2,"clone_from":9000,"disk":"40G",
     "user":"ada","ssh_keys":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIrole ada@lab",
     "nics":[{"bridge":"vmbr0","ip":"10.0.0.5/24","gw":"10.0.0.1","dns":["10.0.0.1"]}],
     "start_after_create":true}
    """;
  }
}
