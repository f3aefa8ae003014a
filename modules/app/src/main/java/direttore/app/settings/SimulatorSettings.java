package direttore.app.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the simulated systems are made and where they listen.
 *
 * @param port of Proxmox VE, 0 to 65535, on loopback; 0 takes any free port
 * @param netboxPort of NetBox, in the same manner
 * @param nodes 1 to 32
 * @param guests 0 to 20,000; a new cluster has at least a dozen
 * @param taskTime what making a guest takes; other tasks in proportion
 * @param seed same seed, same cluster
 */
public record SimulatorSettings(
    int port, int netboxPort, int nodes, int guests, Duration taskTime, long seed) {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");

  static SimulatorSettings of(Given given) {
    return new SimulatorSettings(
        given.port(Setting.SIMULATOR_PORT),
        given.port(Setting.SIMULATOR_NETBOX_PORT),
        given.integer(Setting.SIMULATOR_NODES, 1, 32),
        given.integer(Setting.SIMULATOR_GUESTS, 0, 20_000),
        given.parsed(
            Setting.SIMULATOR_TASK_SECONDS,
            "seconds from 0 to 3600, such as 0.5",
            SimulatorSettings::seconds),
        given.number(Setting.SIMULATOR_SEED));
  }

  private static Optional<Duration> seconds(String text) {
    return SECONDS.matcher(text).matches()
        ? Optional.of(new BigDecimal(text).movePointRight(3))
            .filter(millis -> millis.intValue() <= 3_600_000)
            .map(millis -> Duration.ofMillis(millis.intValue()))
        : Optional.empty();
  }
}
