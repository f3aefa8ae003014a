package direttore.simulator.pve.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A file that a client sends, under the name that Proxmox VE would give it. */
public final class Upload implements AutoCloseable {
  private static final String PREFIX = "/var/tmp/pveupload-";

  private final String id = UUID.randomUUID().toString().replace("-", "");

  /** Where the file of such a name is kept on this machine. */
  public static Path file(String name) {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "pveupload-" + name.replaceFirst(PREFIX, ""));
  }

  String name() {
    return PREFIX + id;
  }

  Path file() {
    return file(name());
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file());
  }
}
