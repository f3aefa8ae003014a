package direttore.app.settings;

import java.time.Duration;

/**
 * How the simulated Proxmox VE cluster is made and where it listens.
 *
 * @param port 0 to 65535, on loopback; 0 takes any free port
 * @param nodes 1 to 64
 * @param guests 0 to 20,000
 * @param taskTime what a task takes
 * @param seed same seed, same cluster
 */
public record SimulatorSettings(int port, int nodes, int guests, Duration taskTime, long seed) {
  static SimulatorSettings of(Given given) {
    return new SimulatorSettings(
        given.port(Setting.SIMULATOR_PORT),
        given.integer(Setting.SIMULATOR_NODES, 1, 64),
        given.integer(Setting.SIMULATOR_GUESTS, 0, 20_000),
        Duration.ofSeconds(given.integer(Setting.SIMULATOR_TASK_SECONDS, 0, 3600)),
        given.number(Setting.SIMULATOR_SEED));
  }
}
