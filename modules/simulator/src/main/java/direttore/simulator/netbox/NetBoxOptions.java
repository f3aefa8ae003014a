package direttore.simulator.netbox;

import direttore.simulator.netbox.release.NetBoxRelease;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated NetBox is to be.
 *
 * @param port 0 for any free one
 * @param token of the superuser admin: 40 characters, or {@code nbt_KEY.SECRET}
 * @param lab whether it starts with the lab or empty
 * @param dataFolder where the state is kept, or null to keep nothing
 * @param release that it says it is
 */
public record NetBoxOptions(
    String host,
    int port,
    String token,
    boolean lab,
    @Nullable Path dataFolder,
    NetBoxRelease release) {
  private static final int MOST_PORT = 65_535;

  public NetBoxOptions {
    if (port < 0 || port > MOST_PORT) {
      throw new IllegalArgumentException("port is " + port + ", expected 0 to " + MOST_PORT);
    }
    if (token.isBlank()) {
      throw new IllegalArgumentException("token is empty, expected 40 characters");
    }
  }

  /** An empty one on a free loopback port that keeps nothing. */
  public static NetBoxOptions empty(String token) {
    return new NetBoxOptions("127.0.0.1", 0, token, false, null, NetBoxRelease.V4_7);
  }

  /** One with a lab of two sites on a free loopback port that keeps nothing. */
  public static NetBoxOptions lab(String token) {
    return new NetBoxOptions("127.0.0.1", 0, token, true, null, NetBoxRelease.V4_7);
  }

  /** The same at another address. */
  public NetBoxOptions listeningOn(String otherHost, int otherPort) {
    return new NetBoxOptions(otherHost, otherPort, token, lab, dataFolder, release);
  }

  /** The same with its state kept in that folder. */
  public NetBoxOptions keptIn(@Nullable Path folder) {
    return new NetBoxOptions(host, port, token, lab, folder, release);
  }

  /** The same as another version of NetBox. */
  public NetBoxOptions as(NetBoxRelease other) {
    return new NetBoxOptions(host, port, token, lab, dataFolder, other);
  }
}
