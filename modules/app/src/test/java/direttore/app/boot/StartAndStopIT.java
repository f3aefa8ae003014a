package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartAndStopIT {
  @TempDir static Path parent;
  private static Path folder;

  @BeforeAll
  static void resolveFolder() throws IOException {
    folder = parent.toRealPath();
  }

  @Test
  void startsOnTheModulePathAlone() {
    try (var program = WebProgram.startBare(folder)) {
      program.ready();

      assertThat(program.output()).contains("Direttore is running; Ctrl-C stops it.");
    }
  }

  @Test
  void leavesNoProcessWhenTerminated() {
    try (var program = WebProgram.start(folder, Map.of()).ready()) {
      var processes = program.processes();
      assertThat(processes).hasSizeGreaterThan(3);

      program.terminate();

      assertThat(processes).noneMatch(WebProgram::runs);
    }
  }

  @Test
  void leavesNoProcessWhenTerminatedDuringItsStart() {
    try (var program = WebProgram.start(folder, Map.of())) {
      await().atMost(Duration.ofMinutes(2)).until(() -> !program.postgresServers().isEmpty());
      var processes = program.processes();

      program.terminate();

      assertThat(processes).noneMatch(WebProgram::runs);
      assertThat(program.postgresServers()).isEmpty();
    }
  }

  @Test
  void startsAgainAfterItWasKilledWithOnePostgres() {
    try (var killed = WebProgram.start(folder, Map.of()).ready()) {
      var orphan = killed.postgresServers();
      killed.kill();
      assertThat(orphan).hasSize(1).allMatch(WebProgram::runs);

      try (var next = WebProgram.start(folder, Map.of()).ready()) {
        assertThat(orphan).noneMatch(WebProgram::runs);
        assertThat(next.postgresServers()).hasSize(1);
      }
    }
  }

  @Test
  void startsAgainAfterPostgresWasKilledToo() {
    try (var killed = WebProgram.start(folder, Map.of()).ready()) {
      var orphan = killed.postgresServers();
      killed.kill();
      orphan.forEach(ProcessHandle::destroyForcibly);

      try (var next = WebProgram.start(folder, Map.of()).ready()) {
        assertThat(next.postgresServers()).hasSize(1);
      }
    }
  }

  @Test
  void refusesADataFolderInUseAndNamesItsUser() {
    try (var first = WebProgram.start(folder, Map.of()).ready();
        var second = WebProgram.start(folder, Map.of())) {
      assertThat(second.exitCode()).isEqualTo(3);

      assertThat(second.output())
          .isEqualTo(
              "The data folder %s is in use by process %d: stop it, or set DATA_DIR to another folder.\n"
                  .formatted(folder.resolve("data"), first.processes().getFirst().pid()));
    }
  }

  @Test
  void namesTheSettingOfABusyPort() throws IOException {
    try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var program =
            WebProgram.start(folder, Map.of("API_PORT", Integer.toString(busy.getLocalPort())))) {
      assertThat(program.exitCode()).isEqualTo(3);

      assertThat(program.output())
          .startsWith("Port " + busy.getLocalPort() + " of 127.0.0.1 cannot be used")
          .endsWith("stop what uses it, or set API_PORT to another port.\n");
    }
  }

  @Test
  void namesTheWrongSetting() {
    try (var program = WebProgram.start(folder, Map.of("WORKER_THREADS", "many"))) {
      assertThat(program.exitCode()).isEqualTo(2);

      assertThat(program.output())
          .isEqualTo(
              "WORKER_THREADS is 'many' (environment) but must be a whole number from 1 to"
                  + " 10000.\n");
    }
  }

  @Test
  void namesWhatARoleOfItsOwnNeeds() {
    try (var program = WebProgram.start(folder, Map.of(), "worker")) {
      assertThat(program.exitCode()).isEqualTo(2);

      assertThat(program.output())
          .isEqualTo(
              "PROXMOX_HOST must be set for the worker role: only serve brings its own simulated"
                  + " cluster.\n");
    }
  }

  @Test
  void printsItsRolesAndItsVersion() {
    try (var help = WebProgram.start(folder, Map.of(), "--help");
        var version = WebProgram.start(folder, Map.of(), "--version")) {
      assertThat(help.exitCode()).isZero();
      assertThat(version.exitCode()).isZero();

      assertThat(help.output()).contains("serve", "api", "worker", "simulator", "--version");
      assertThat(version.output()).matches("direttore \\d+\\.\\d+\\.\\d+\\S*\n");
    }
  }
}
