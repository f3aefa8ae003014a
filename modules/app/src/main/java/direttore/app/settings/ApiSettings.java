package direttore.app.settings;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.Overcommit;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the API listens and which other web pages may use it.
 *
 * @param host an address, as it was written; a loopback one where nobody signs in
 * @param port 0 to 65535; 0 takes any free port
 * @param hosts names that it answers to beside the loopback ones, without port
 * @param corsOrigins origins such as {@code https://lab.example:8443}
 * @param zone of the lab: what times without an offset are meant in
 * @param overcommit how much of a node may be promised, for what it says about room
 * @param protectedVmids guests that are never stopped, rebooted or deleted through it
 */
public record ApiSettings(
    String host,
    int port,
    List<String> hosts,
    List<String> corsOrigins,
    Set<VmId> protectedVmids,
    ZoneId zone,
    Overcommit overcommit) {
  private static final String MULTIPLE = "a number from 0.1 to 100, such as 1.5";

  public ApiSettings {
    hosts = List.copyOf(hosts);
    corsOrigins = List.copyOf(corsOrigins);
    protectedVmids = Set.copyOf(protectedVmids);
  }

  /** Whether only this machine reaches it. */
  public boolean onLoopback() {
    return loopback(host).isPresent();
  }

  static ApiSettings of(Given given) {
    return new ApiSettings(
        AccessSettings.of(given).required()
            ? given.parsed(
                Setting.API_HOST, "an address of this machine, such as 0.0.0.0", ApiSettings::known)
            : given.parsed(
                Setting.API_HOST,
                "a loopback address such as 127.0.0.1 or localhost, because nobody signs in here"
                    + " (AUTH_MODE=none)",
                ApiSettings::loopback),
        given.port(Setting.API_PORT),
        given.list(Setting.API_HOSTS),
        origins(given),
        protectedVmids(given),
        zone(given),
        new Overcommit(
            given.parsed(Setting.CPU_OVERCOMMIT, MULTIPLE, ApiSettings::multiple),
            given.parsed(Setting.MEMORY_OVERCOMMIT, MULTIPLE, ApiSettings::multiple)));
  }

  private static ZoneId zone(Given given) {
    return given.has(Setting.TIME_ZONE)
        ? given.parsed(
            Setting.TIME_ZONE, "the name of a zone, such as Europe/Rome", ApiSettings::zoneNamed)
        : ZoneId.systemDefault();
  }

  private static Optional<ZoneId> zoneNamed(String name) {
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  private static Optional<Double> multiple(String text) {
    return text.matches("\\d{1,3}(\\.\\d{1,3})?")
        ? Optional.of(Double.valueOf(text)).filter(number -> number >= 0.1 && number <= 100)
        : Optional.empty();
  }

  private static Set<VmId> protectedVmids(Given given) {
    try {
      return given.list(Setting.PROTECTED_VMIDS).stream()
          .map(VmId::parse)
          .collect(Collectors.toUnmodifiableSet());
    } catch (Refusal.Invalid e) {
      throw given.wrong(Setting.PROTECTED_VMIDS, "VMIDs from 100, separated by commas");
    }
  }

  private static Optional<String> known(String host) {
    try {
      InetAddress.getByName(host);
      return Optional.of(host);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress() ? Optional.of(host) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static List<String> origins(Given given) {
    var origins = given.list(Setting.API_CORS_ORIGINS);
    if (!origins.stream().allMatch(ApiSettings::isOrigin)) {
      throw given.wrong(
          Setting.API_CORS_ORIGINS, "origins such as https://lab.example, separated by commas");
    }
    return origins;
  }

  /** RFC 6454, section 6.2: scheme, host and port, nothing after them. */
  private static boolean isOrigin(String text) {
    try {
      var uri = URI.create(text);
      return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawPath().isEmpty()
          && uri.getRawQuery() == null
          && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
