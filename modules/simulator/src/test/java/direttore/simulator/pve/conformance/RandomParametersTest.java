package direttore.simulator.pve.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.pve.schema.ApiSchema;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.testkit.SharedFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our validator agrees with pvecheck, which agreed with Proxmox VE's own on 99.4 %. */
class RandomParametersTest {
  private static final int SETS = 8000;

  /**
   * pvecheck takes any privilege that looks like one and any portal without a blank, and counts the
   * line feeds of a pair otherwise.
   */
  private static final Set<String> EXCUSED =
      Set.of("privs", "portal", "monhost", "targetstorage", "target-storage");

  @Test
  void agreesWithAnIndependentValidatorOnRandomParameters()
      throws IOException, InterruptedException {
    var judge = SharedFolder.find("tools/pvecheck.py");
    var python = Python.that("pass");
    if (judge.isEmpty() || python.isEmpty()) {
      SharedFolder.skipped("our validator against pvecheck", "shared/tools or no python3");
    }
    assumeTrue(judge.isPresent() && python.isPresent());

    var methods =
        ApiSchema.pve().methods().stream().map(Object::toString).collect(Collectors.joining("\n"));
    var ran =
        Python.run(
            python.orElseThrow(),
            Python.SCRIPTS.resolve("random_parameters.py"),
            List.of(judge.orElseThrow().toString(), "20261123", Integer.toString(SETS)),
            methods);
    assertThat(ran.status()).as(ran.output()).isZero();

    var wrong = new ArrayList<String>();
    var sets = ran.output().lines().map(Recording::json).toList();
    for (var set : sets) {
      var ours = errors(set);
      var theirs = texts(set.path("errors"));
      ours.keySet().removeAll(EXCUSED);
      theirs.keySet().removeAll(EXCUSED);
      if (!ours.equals(theirs)) {
        wrong.add(
            "%s %s%n  ours %s%n  pvecheck %s"
                .formatted(set.path("template").asText(), set.path("parameters"), ours, theirs));
      }
    }
    System.out.printf(
        "%d of %d random parameter sets judged alike%n", sets.size() - wrong.size(), SETS);
    assertThat(wrong).isEmpty();
    assertThat(sets).hasSize(SETS);
  }

  private static Map<String, String> errors(JsonNode set) {
    var method =
        Objects.requireNonNull(
            ApiSchema.pve().find(set.path("verb").asText(), set.path("template").asText()));
    try {
      method.check(texts(set.path("parameters")));
      return new TreeMap<>();
    } catch (ParameterErrors e) {
      return new TreeMap<>(e.errors());
    }
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    object.properties().forEach(p -> texts.put(p.getKey(), p.getValue().asText()));
    return texts;
  }
}
