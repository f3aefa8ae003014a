package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import direttore.netbox.NetBoxToken;
import direttore.transport.Endpoint;
import direttore.transport.Trust;
import java.net.URI;
import java.util.Optional;

/** Which NetBox the inventory is of. */
public sealed interface NetBoxSettings {

  /** Whether it is written to. */
  boolean writes();

  /** The name of the cluster that guests are recorded in; empty for Proxmox's own. */
  Optional<String> cluster();

  /** None: there is no inventory. */
  record None() implements NetBoxSettings {
    @Override
    public boolean writes() {
      return false;
    }

    @Override
    public Optional<String> cluster() {
      return Optional.empty();
    }
  }

  /** The one that the built-in simulator plays. */
  record Simulated(boolean writes, Optional<String> cluster) implements NetBoxSettings {}

  /** One that exists. */
  record Real(URI address, NetBoxToken token, Trust trust, boolean writes, Optional<String> cluster)
      implements NetBoxSettings {}

  /** The one that is asked for: without an address, the one that is like the cluster. */
  static NetBoxSettings of(Given given, ProxmoxSettings cluster) {
    if (!given.has(Setting.NETBOX_URL)) {
      return cluster instanceof ProxmoxSettings.Simulated
          ? new Simulated(
              !given.has(Setting.NETBOX_WRITE) || given.flag(Setting.NETBOX_WRITE), cluster(given))
          : new None();
    }
    var trust =
        GivenTrust.of(
            given,
            Setting.NETBOX_TLS_FINGERPRINT,
            Setting.NETBOX_CA_FILE,
            new Trust.SystemAuthorities());
    return new Real(
        address(given),
        token(given),
        trust,
        given.has(Setting.NETBOX_WRITE) && given.flag(Setting.NETBOX_WRITE),
        cluster(given));
  }

  private static Optional<String> cluster(Given given) {
    return given.text(Setting.NETBOX_CLUSTER).map(String::strip).filter(name -> !name.isEmpty());
  }

  private static URI address(Given given) {
    return given.parsed(
        Setting.NETBOX_URL, "an address such as https://netbox.example", NetBoxSettings::uri);
  }

  private static Optional<URI> uri(String text) {
    try {
      var address = URI.create(text);
      Endpoint.of(address);
      return Optional.of(address)
          .filter(uri -> uri.getUserInfo() == null)
          .filter(uri -> uri.getQuery() == null && uri.getFragment() == null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static NetBoxToken token(Given given) {
    var text =
        given
            .secret(Setting.NETBOX_TOKEN)
            .orElseThrow(
                () -> new WrongSetting("NETBOX_URL is set, so NETBOX_TOKEN must be set too."));
    try {
      return new NetBoxToken(text);
    } catch (IllegalArgumentException e) {
      throw given.wrong(
          Setting.NETBOX_TOKEN, "a token as NetBox showed it: 40 characters, or nbt_KEY.TOKEN");
    }
  }
}
