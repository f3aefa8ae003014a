package direttore.simulator.pve.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.simulator.pve.release.Release;
import direttore.simulator.pve.schema.MethodSpec;
import direttore.testkit.SharedFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An independent judge finds nothing in the simulator's answers that the official schema forbids.
 */
class PvecheckTest {
  private static final Walk.Site SITE =
      new Walk.Site("pve1", "nfs", "nfs:vztmpl/rockylinux-9-default_20240912_amd64.tar.xz");

  @ParameterizedTest
  @EnumSource(Release.class)
  void findsNoViolationOnAWalkThroughEverything(Release release) throws IOException {
    var version = release.series();
    var tool = SharedFolder.find("tools/pvecheck.py");
    var schema = SharedFolder.find("pve/pve-api-%s.json".formatted(version));
    var python = Python.that("pass");
    var possible = tool.isPresent() && schema.isPresent() && python.isPresent();
    if (!possible) {
      SharedFolder.skipped("pvecheck before the simulator", "shared/tools or no python3");
    }
    assumeTrue(possible);

    try (var simulator = PveSimulator.start(PveOptions.forTests().as(release));
        var judge = Pvecheck.before(URI.create(simulator.url()), python.orElseThrow(), version)) {
      var asked = walk(judge, simulator.rootPassword(), schema.orElseThrow());

      System.out.printf("pvecheck %s judged a walk with %d reading methods%n", version, asked);
      assertThat(judge.violations()).isEmpty();
    }
  }

  private static int walk(Pvecheck judge, String password, Path schema) throws IOException {
    var walk = new Walk(new Session(judge.origin(), "root@pam", password), SITE);
    var official = Recording.json(SharedFolder.read(schema)).path("paths");
    walk.accounts();
    walk.machine("800", "801");
    walk.container("802");
    walk.storages();
    walk.travels("801", "803");
    walk.consoles("800", "802");
    var asked = walk.everyGet("800", "802", method -> isKnown(official, method));
    walk.cleanUp("800", "801", "802");
    return asked;
  }

  private static boolean isKnown(JsonNode official, MethodSpec method) {
    return official.path(method.template()).has(method.verb());
  }
}
