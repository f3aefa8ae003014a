package direttore.app.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that was set, one record per concern, checked once at start.
 *
 * @param tls absent: the API speaks plain HTTP
 * @param dashboardPort 0 to 65535, on loopback; 0 takes any free port
 */
public record Settings(
    ApiSettings api,
    AccessSettings access,
    ProtectionSettings protection,
    NoticeSettings notices,
    Optional<TlsSettings> tls,
    int dashboardPort,
    DataSettings data,
    DatabaseSettings database,
    ProxmoxSettings proxmox,
    NetBoxSettings netbox,
    SimulatorSettings simulator,
    WorkSettings worker,
    RetentionSettings retention) {

  /**
   * Settings from, in rising order: built in, application.yaml and .env in {@code folder}, the
   * environment, the command line.
   *
   * @throws direttore.app.start.StartRefusal.WrongSetting naming the first wrong or unknown one
   */
  public static Settings read(
      Path folder, Map<String, String> environment, Map<Setting, String> options) {
    return of(SettingSources.read(folder, environment, options));
  }

  static Settings of(Given given) {
    var cluster = ProxmoxSettings.of(given);
    return new Settings(
        ApiSettings.of(given),
        AccessSettings.of(given),
        ProtectionSettings.of(given),
        NoticeSettings.of(given),
        TlsSettings.of(given),
        given.port(Setting.DASHBOARD_PORT),
        DataSettings.of(given),
        DatabaseSettings.of(given),
        cluster,
        NetBoxSettings.of(given, cluster),
        SimulatorSettings.of(given),
        WorkSettings.of(given),
        RetentionSettings.of(given));
  }

  /** Whether the cluster is the one that the built-in simulator plays. */
  public boolean isSimulated() {
    return proxmox instanceof ProxmoxSettings.Simulated;
  }
}
