package direttore.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.app.start.StartRefusal.WrongSetting;
import direttore.netbox.NetBoxToken;
import direttore.proxmox.access.Credentials;
import direttore.store.DatabaseAddress;
import direttore.transport.Endpoint;
import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private static final String PIN = "AB:".repeat(31) + "AB";

  @TempDir Path folder;

  @Test
  void needsNothingToBeSet() {
    var settings = read(Map.of());

    assertThat(settings.api().port()).isEqualTo(8000);
    assertThat(settings.api().host()).isEqualTo("127.0.0.1");
    assertThat(settings.dashboardPort()).isEqualTo(8001);
    assertThat(settings.simulator().port()).isEqualTo(8006);
    assertThat(settings.retention().auditDays()).isEqualTo(400);
    assertThat(settings.database()).isEqualTo(new DatabaseSettings.Embedded());
    assertThat(settings.proxmox()).isEqualTo(new ProxmoxSettings.Simulated());
    assertThat(settings.data().folder()).isEqualTo(Path.of("data").toAbsolutePath());
  }

  @Test
  void takesTheHighestOfFourPlaces() throws IOException {
    write(
        "application.yaml", "api:\n  port: 1001\ndashboard.port: 1001\nsimulator:\n  port: 1001\n");
    write(".env", "DASHBOARD_PORT=1002\nSIMULATOR_PORT=1002\n");

    var settings = read(Map.of("SIMULATOR_PORT", "1003"));

    assertThat(settings.api().port()).isEqualTo(1001);
    assertThat(settings.dashboardPort()).isEqualTo(1002);
    assertThat(settings.simulator().port()).isEqualTo(1003);
  }

  @Test
  void takesAnEmptyValueForUnset() throws IOException {
    write(".env", "API_PORT=1002\n");

    assertThat(read(Map.of("API_PORT", "")).api().port()).isEqualTo(1002);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "API_PORT|70000|API_PORT is '70000' (environment) but must be a whole number from 0 to 65535.",
        "API_PORT|http|API_PORT is 'http' (environment) but must be a whole number from 0 to 65535.",
        "PROXMOX_MOCK|maybe|PROXMOX_MOCK is 'maybe' (environment) but must be true or false.",
        "VMID_RANGE|5-10|VMID_RANGE is '5-10' (environment) but must be first-last within"
            + " 100-999999999, such as 1000-9999.",
        "API_CORS_ORIGINS|lab|API_CORS_ORIGINS is 'lab' (environment) but must be origins such as"
            + " https://lab.example, separated by commas.",
        "TRUSTED_PROXIES|nginx|TRUSTED_PROXIES is 'nginx' (environment) but must be addresses or"
            + " networks such as 10.0.0.0/8 or ::1, separated by commas.",
        "API_BODY_KIB|1|API_BODY_KIB is '1' (environment) but must be a whole number from 16 to"
            + " 65536.",
        "DIRETTORE_TLS_CERT|a.pem|DIRETTORE_TLS_CERT is set without DIRETTORE_TLS_KEY: HTTPS needs"
            + " both.",
        "DIRETTORE_TLS_KEY|a.pem|DIRETTORE_TLS_KEY is set without DIRETTORE_TLS_CERT: HTTPS needs"
            + " both.",
        "DATABASE_URL|sqlite:///x|DATABASE_URL must have the form postgresql://host:port/database.",
        "PROXMOX_TLS_FINGERPINT|x|PROXMOX_TLS_FINGERPINT (environment) is not a setting of"
            + " Direttore: PROXMOX_TLS_FINGERPRINT is probably meant; see 'direttore settings' for"
            + " all of them.",
        "PROXMOX_CLUSTER|x|PROXMOX_CLUSTER (environment) is not a setting of Direttore: see"
            + " 'direttore settings' for all of them.",
        "NETBOX_URL|https://netbox.example|NETBOX_URL is set, so NETBOX_TOKEN must be set too.",
        "NETBOX_URL|netbox|NETBOX_URL is 'netbox' (environment) but must be an address such as"
            + " https://netbox.example.",
        "AUTH_MODE|off|AUTH_MODE is 'off' (environment) but must be required or none."
      })
  void saysWhichSettingIsWrongAndWhatItMustBe(String name, String value, String sentence) {
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> read(Map.of(name, value)))
        .withMessage(sentence);
  }

  @Test
  void onlyThisMachineIsAnsweredWhereNobodySignsIn() {
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> read(Map.of("API_HOST", "0.0.0.0", "AUTH_MODE", "none")))
        .withMessage(
            "API_HOST is '0.0.0.0' (environment) but must be a loopback address such as 127.0.0.1"
                + " or localhost, because nobody signs in here (AUTH_MODE=none).");
    assertThat(read(Map.of("API_HOST", "0.0.0.0")).api().onLoopback()).isFalse();
  }

  @Test
  void refusesUnknownNamesInFiles() throws IOException {
    write("application.yaml", "api:\n  prot: 1\n");

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> read(Map.of()))
        .withMessageStartingWith("API_PROT (application.yaml) is not a setting");
  }

  @Test
  void leavesTheEnvironmentOfOthersAlone() {
    assertThat(read(Map.of("HOME", "/root", "DIRETTORE_JAVA", "/jdk")).api().port())
        .isEqualTo(8000);
  }

  @Test
  void readsSecretsFromFiles() throws IOException {
    write("password", "s3cret\n");

    var credentials =
        real(Map.of("PROXMOX_HOST", "pve1", "PROXMOX_PASSWORD_FILE", "password")).credentials();

    assertThat(credentials).isEqualTo(new Credentials.Login("root@pam", "s3cret"));
  }

  @Test
  void refusesASecretThatIsGivenTwice() throws IOException {
    write("password", "s3cret\n");

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(
            () -> read(Map.of("PROXMOX_PASSWORD", "x", "PROXMOX_PASSWORD_FILE", "password")))
        .withMessageContaining("both set");
  }

  @Test
  void showsNoSecret() {
    var settings =
        read(
            Map.of(
                "PROXMOX_HOST", "pve1",
                "PROXMOX_TOKEN_ID", "lab@pve!direttore",
                "PROXMOX_TOKEN_SECRET", "hush-1",
                "DATABASE_URL", "postgresql://lab:hush-2@db:5432/lab?ssl=true&password=hush-3",
                "DATABASE_PASSWORD", "hush-4"));

    assertThat(settings.toString()).contains("lab@pve!direttore").doesNotContain("hush");
  }

  @Test
  void takesADatabaseAddressApart() {
    var database =
        read(Map.of("DATABASE_URL", "postgresql+asyncpg://lab:p%40ss@db:5433/labs?ssl=true"))
            .database();

    assertThat(database)
        .isEqualTo(
            new DatabaseSettings.External(
                new DatabaseAddress("jdbc:postgresql://db:5433/labs?ssl=true", "lab", "p@ss")));
  }

  @Test
  void readsSeveralHostsOfOneCluster() throws IOException {
    write(
        "application.yaml",
        "proxmox:\n  host: [pve1, 'pve2:443', '[fd00::1]:8007']\n  password: x\n");

    var hosts = ((ProxmoxSettings.Real) read(Map.of()).proxmox()).hosts();

    assertThat(hosts)
        .containsExactly(
            new Endpoint("pve1", 8006), new Endpoint("pve2", 443), new Endpoint("[fd00::1]", 8007));
  }

  @Test
  void readsGroupsWithCommasAsAList() throws IOException {
    write(
        "application.yaml",
        """
        oidc:
          issuer: https://sso.lab.example/realms/lab
          client-id: direttore
          roles:
            - cn=staff,ou=lab=operator@node:pve1
            - "*=viewer"
        """);

    assertThat(read(Map.of()).access().oidc().orElseThrow().roles().rules())
        .extracting(rule -> rule.group())
        .containsExactly("cn=staff,ou=lab", "*");
  }

  @Test
  void readsOneGroupWithACommaAsAList() throws IOException {
    write(
        "application.yaml",
        "oidc: { issuer: 'https://sso.example', client-id: d, roles: ['a, b=viewer'] }\n");

    assertThat(read(Map.of()).access().oidc().orElseThrow().roles().of(Set.of("a, b"))).hasSize(1);
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> read(Map.of("OIDC_ROLES", "a, b=viewer")));
  }

  @Test
  void needsAWayToSignInAtARealCluster() {
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> read(Map.of("PROXMOX_HOST", "pve1")))
        .withMessageContaining("PROXMOX_TOKEN_ID and PROXMOX_TOKEN_SECRET");
  }

  @Test
  void prefersAPinnedCertificateToNoCheck() {
    var trust =
        real(Map.of(
                "PROXMOX_HOST", "pve1",
                "PROXMOX_PASSWORD", "x",
                "PROXMOX_VERIFY_SSL", "false",
                "PROXMOX_TLS_FINGERPRINT", PIN))
            .trust();

    assertThat(trust).isEqualTo(new Trust.Pinned(Set.of(new Fingerprint(PIN))));
  }

  @Test
  void usesTheSimulatedClusterWhenAskedThoughAHostIsSet() {
    var settings = read(Map.of("PROXMOX_HOST", "pve1", "PROXMOX_MOCK", "true"));

    assertThat(settings.proxmox()).isEqualTo(new ProxmoxSettings.Simulated());
  }

  @Test
  void theNetBoxIsLikeTheClusterUnlessOneIsNamed() {
    var cluster = Map.of("PROXMOX_HOST", "pve1", "PROXMOX_PASSWORD", "x");

    assertThat(read(Map.of()).netbox())
        .isEqualTo(new NetBoxSettings.Simulated(true, Optional.empty()));
    assertThat(read(cluster).netbox()).isEqualTo(new NetBoxSettings.None());
  }

  @Test
  void readsNetBoxWithItsTokenFromAFile() throws IOException {
    var token = "0123456789abcdef0123456789abcdef01234567";
    write("token", token + "\n");

    var netbox =
        read(Map.of(
                "NETBOX_URL", "https://netbox.example/dcim",
                "NETBOX_TOKEN_FILE", "token",
                "NETBOX_TLS_FINGERPRINT", PIN,
                "NETBOX_CLUSTER", "fra1-pve"))
            .netbox();

    assertThat(netbox)
        .isEqualTo(
            new NetBoxSettings.Real(
                URI.create("https://netbox.example/dcim"),
                new NetBoxToken(token),
                new Trust.Pinned(Set.of(new Fingerprint(PIN))),
                false,
                Optional.of("fra1-pve")));
  }

  @Test
  void writesToARealNetBoxOnlyWhereThatIsSaid() {
    var real =
        Map.of(
            "NETBOX_URL", "https://netbox.example",
            "NETBOX_TOKEN", "0123456789abcdef0123456789abcdef01234567");
    var told = new HashMap<>(real);
    told.put("NETBOX_WRITE", "true");

    assertThat(read(real).netbox().writes()).isFalse();
    assertThat(read(told).netbox().writes()).isTrue();
    assertThat(read(Map.of("NETBOX_WRITE", "false")).netbox().writes()).isFalse();
  }

  @Test
  void saysWhatATokenOfNetBoxIsWithoutShowingIt() {
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(
            () -> read(Map.of("NETBOX_URL", "https://netbox.example", "NETBOX_TOKEN", "Token abc")))
        .withMessage(
            "NETBOX_TOKEN is a value (environment) but must be a token as NetBox showed it:"
                + " 40 characters, or nbt_KEY.TOKEN.");
  }

  @Test
  void printsEachSettingInItsTable() {
    var table = SettingsTable.markdown();

    assertThat(table.lines()).hasSize(Setting.values().length + 2);
    assertThat(table)
        .contains("| `API_PORT` | `8000` | Port of the API")
        .contains("| `PROXMOX_PASSWORD`, `PROXMOX_PASSWORD_FILE` |  | Password");
  }

  private Settings read(Map<String, String> environment) {
    return Settings.read(folder, environment, Map.of());
  }

  private ProxmoxSettings.Real real(Map<String, String> environment) {
    return (ProxmoxSettings.Real) read(environment).proxmox();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
