package direttore.proxmox.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import direttore.simulator.pve.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The client's requests and the simulator's answers, judged by a proxy that knows Proxmox's own
 * schema. The proxy is not part of the project; without it this says so and passes.
 */
class JudgedBySchemaTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void neitherSideBreaksProxmoxsOwnSchema(Release release) throws IOException {
    var shared = shared();
    assumeTrue(shared.isPresent(), "SKIPPED: no tools/pvecheck.py beside the project");

    try (var lab = new Lab(release);
        var judge = Judge.of(shared.get(), release.series(), lab.simulator.url(), folder);
        var client = lab.through(judge.port())) {
      new Walk(client).all();
      assertThat(judge.exchanges()).as("exchanges judged").isGreaterThan(100);
      assertThat(judge.violations()).isEmpty();
    }
  }

  /** The folder that the property names, or the one beside the project. */
  private static Optional<Path> shared() {
    var named = System.getProperty("direttore.shared");
    var folder = named == null ? root().resolveSibling("shared") : Path.of(named);
    var there = Files.exists(folder.resolve("tools/pvecheck.py"));
    if (!there) {
      System.err.println("SKIPPED: no schema check, as there is no tools/pvecheck.py in " + folder);
    }
    return there ? Optional.of(folder) : Optional.empty();
  }

  /** The project's folder, above the one of this module. */
  private static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("modules")))
        .findFirst()
        .orElse(here);
  }
}
