package direttore.domain.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.StorageName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestValuesTest {
  @ParameterizedTest
  @CsvSource({"32G,32", "512M,0.5", "1T,1024", "1.5G,1.5", "10GiB,10", "8 GB,8"})
  void sizesAreReadWithTheirUnit(String text, String gib) {
    assertThat(DiskSize.parse(text).gib()).isEqualTo(gib);
  }

  @ParameterizedTest
  @ValueSource(strings = {"32", "G", "-1G", "0G", "32g", "1e3G", "999T", "32G;rm", ""})
  void sizesWithoutUnitOrOutOfRangeAreRefused(String text) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> DiskSize.parse(text))
        .satisfies(e -> assertThat(e.field()).isEqualTo("disk"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4095, 70000})
  void reservedVlanTagsAreRefused(int tag) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new Vlan(tag))
        .withMessage("vlan must be 1 to 4094, or null for untagged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-vm", "a", "web.lab.example", "x1", "1"})
  void dnsNamesAreNames(String name) {
    assertThat(new GuestName(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "my_vm", "a b", "a..b", ".a", "ä", "a\n"})
  void otherNamesAreRefused(String name) {
    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> new GuestName(name));
  }

  @Test
  void aLabelHasAtMost63Characters() {
    assertThat(new GuestName("a".repeat(63)).value()).hasSize(63);
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new GuestName("a".repeat(64)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.10.100.5/24,10.10.100.1,,",
    "dhcp,,auto,",
    ",,2001:db8::5/64,fe80::1",
    "10.0.0.1/31,10.0.0.0,2001:db8::5/64,2001:db8::1"
  })
  void addressesWithGatewaysInTheirSubnetAreFine(String ip, String gw, String ip6, String gw6) {
    assertThat(new Addressing(ip, gw, ip6, gw6).none()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.10.100.5,,,,ip",
    "10.10.100.5/33,,,,ip",
    "localhost/24,,,,ip",
    "2001:db8::5/64,,,,ip",
    "10.10.100.5/24,10.10.101.1,,,gw",
    "dhcp,10.10.100.1,,,gw",
    ",10.10.100.1,,,gw",
    ",,10.0.0.1/24,,ip6",
    ",,2001:db8::5/64,2001:db9::1,gw6",
    ",,auto,2001:db8::1,gw6"
  })
  void wrongAddressesNameTheirField(String ip, String gw, String ip6, String gw6, String field) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new Addressing(ip, gw, ip6, gw6))
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void everythingWrongWithAContainerIsSaidAtOnce() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() ->
            new NewContainer(
                new GuestName("c"),
                0,
                1,
                -1,
                "local-lvm",
                DiskSize.ofGib(8),
                "t",
                List.of(),
                List.of("ns.example"),
                true,
                false,
                "",
                List.of("Ä"),
                true))
        .satisfies(e ->
            assertThat(e.violations())
                .extracting(Refusal.Violation::field)
                .containsExactly("cores", "memory", "swap", "dns[0]", "tags[0]"));
  }

  @Test
  void secretsNeverShowInText() {
    var secrets = new GuestSecrets("changeme", List.of("ssh-ed25519 AAAAC3 ada@lab"));

    assertThat(secrets.toString()).doesNotContain("changeme").doesNotContain("AAAAC3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a key", "ssh-ed25519", "ssh-rsa AAAA\nssh-rsa BBBB"})
  void keysThatAreNoOpensshKeysAreRefused(String key) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new GuestSecrets(null, List.of(key)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("ssh_keys[0]"));
  }

  @Test
  void aGuestIsNamedByItsPath() {
    assertThat(GuestRef.parse(ClusterName.MAIN, "pve1/lxc/300"))
        .isEqualTo(new GuestRef(GuestKind.LXC, new NodeName("pve1"), new VmId(300)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pve1/lxc", "pve1/disk/300", "pve1/lxc/x", "pve1/lxc/300/", ""})
  void aPathThatIsNoGuestsIsRefused(String path) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> GuestRef.parse(ClusterName.MAIN, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=\"10.0.0.0/8,*.lab\",no-pty ssh-ed25519 AAAAC3 ada@lab",
        "command=\"echo \\\"hi\\\" there\" ssh-rsa AAAAB3",
        "restrict,cert-authority\tecdsa-sha2-nistp256 AAAAE2",
        "sk-ssh-ed25519@openssh.com AAAAG a note, with a comma"
      })
  void keysMayHaveTheOptionsThatOpensshKnows(String key) {
    assertThat(new GuestSecrets(null, List.of(key)).sshKeys()).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "Administrator", "lab.user-1", "Lab User", "jürgen"})
  void usersAreNamedAsLinuxOrWindowsAllows(String user) {
    assertThat(vmFor(user).user()).isEqualTo(user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ada", "ada ", "a:b", "a#b", "a\nb", "1st", "-x", "a  b", "dom\\ada"})
  void otherUsersAreRefused(String user) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> vmFor(user))
        .satisfies(e -> assertThat(e.field()).isEqualTo("user"));
  }

  private static NewVm vmFor(String user) {
    var blank = new VmSource.Blank(null, "local-lvm", DiskSize.ofGib(8));
    return new NewVm(
        new GuestName("vm"),
        1,
        512,
        blank,
        List.of(),
        user,
        List.of(),
        "l26",
        "",
        List.of(),
        false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb:iso/Windows 11 (x64).iso", "local:vztmpl/debian_13.tar.zst"})
  void volumesHaveTheNamesOfFiles(String volid) {
    assertThat(StorageName.volume(volid)).isEqualTo(volid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "debian.iso", "local:", "local:32", ":iso/a", "local:iso/a,b.iso"})
  void whatProxmoxCouldNotUseIsNoVolume(String volid) {
    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> StorageName.volume(volid));
  }
}
