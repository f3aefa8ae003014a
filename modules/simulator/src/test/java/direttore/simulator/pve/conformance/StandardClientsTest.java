package direttore.simulator.pve.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that others wrote for Proxmox VE work with the simulator. */
class StandardClientsTest {
  private static final String TEMPLATE = "nfs:vztmpl/rockylinux-9-default_20240912_amd64.tar.xz";
  private static final Path NODE_SCRIPTS = Path.of("src/test/node");

  @Test
  void servesDebiansProxmoxer() throws IOException, InterruptedException {
    var python = Python.that("import proxmoxer");
    if (python.isEmpty()) {
      System.out.println("*** NOT TRIED: proxmoxer (install python3-proxmoxer)");
    }
    assumeTrue(python.isPresent());

    try (var simulator = PveSimulator.start(PveOptions.forTests())) {
      var ran =
          Python.run(
              python.orElseThrow(),
              Python.SCRIPTS.resolve("proxmoxer_session.py"),
              List.of(
                  "127.0.0.1:" + simulator.port(),
                  "root@pam",
                  simulator.rootPassword(),
                  "pve1",
                  "850",
                  TEMPLATE,
                  "nfs"),
              "");

      assertThat(ran.output()).contains("proxmoxer session done");
      assertThat(ran.status()).isZero();
    }
  }

  @Test
  void servesAnNpmClient() throws IOException, InterruptedException {
    var folder = installed();
    if (folder == null) {
      System.out.println("*** NOT TRIED: the npm package proxmox-api (needs node and npm)");
    }
    assumeTrue(folder != null);

    try (var simulator = PveSimulator.start(PveOptions.forTests())) {
      var ran =
          Finished.of(
              new ProcessBuilder(
                      "node",
                      "--no-warnings",
                      "session.mjs",
                      "127.0.0.1",
                      Integer.toString(simulator.port()),
                      "root@pam",
                      simulator.rootPassword(),
                      "pve1",
                      "851",
                      TEMPLATE,
                      "nfs")
                  .directory(folder.toFile()),
              "");

      assertThat(ran.output()).contains("npm session done");
      assertThat(ran.status()).isZero();
    }
  }

  /** The client in a folder of its own under target, as the lock file pins it; null without npm. */
  private static @Nullable Path installed() throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of("target/standard-clients"));
    for (var file : List.of("package.json", "package-lock.json", "session.mjs")) {
      Files.copy(
          NODE_SCRIPTS.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(folder.resolve("node_modules/proxmox-api"))) {
      return folder;
    }
    try {
      var npm =
          Finished.of(
              new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                  .directory(folder.toFile()),
              "");
      return npm.status() == 0 ? folder : null;
    } catch (IOException e) {
      return null;
    }
  }
}
