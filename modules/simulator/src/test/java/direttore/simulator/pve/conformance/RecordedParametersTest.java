package direttore.simulator.pve.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import direttore.simulator.pve.schema.ApiSchema;
import direttore.simulator.pve.schema.MethodSpec;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parameters that a real Proxmox VE 9.2 took or refused are taken or refused here. */
class RecordedParametersTest {
  @Test
  void judgesEveryRecordedRequestAsProxmoxDid() {
    var recordings = Recording.all();
    assumeTrue(!recordings.isEmpty());
    var wrong = new ArrayList<String>();
    var judged = 0;

    for (var recording : recordings) {
      var method = ApiSchema.pve().find(recording.verb(), recording.template());
      if (method != null && recording.status() <= 400) {
        judged++;
        var errors = errors(method, recording);
        var expected = recording.schemaErrors();
        if (!errors.equals(expected)) {
          wrong.add("%s: %s instead of %s".formatted(recording, errors, expected));
        }
      }
    }

    System.out.println("Parameters of %d recorded requests judged".formatted(judged));
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(300);
  }

  private static Map<String, String> errors(MethodSpec method, Recording recording) {
    try {
      method.check(recording.pathParameters(), recording.parameters());
      return Map.of();
    } catch (ParameterErrors e) {
      return e.errors();
    }
  }
}
