package direttore.proxmox.reply;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.transport.Verb;
import direttore.transport.HostAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Opens the envelope of an answer: {@code data} and its siblings, or an error as a failure. */
public final class Envelope {
  private static final int OK = 200;
  private static final int LEAST_ERROR = 400;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int LEAST_FAULT = 500;

  /**
   * Faults that Proxmox itself answers with. Any other comes from a proxy on the way, or from
   * pveproxy in place of a node that did not answer in time (AnyEvent.pm): a write may have been
   * done all the same.
   */
  private static final Set<Integer> DECIDED = Set.of(500, 501, 506, 595);

  private Envelope() {}

  /** What the answer holds; throws a {@link ProxmoxFailure} for an error. */
  public static Reply read(Verb verb, HostAnswer answer) {
    var body = PerlJson.read(answer.body());
    if (answer.status() >= LEAST_ERROR) {
      throw failure(verb, answer, body);
    }
    if (answer.status() != OK || !body.isObject() || !body.has("data")) {
      throw new ProxmoxFailure.Unreadable(
          "What answers there is not Proxmox VE (status %d, %s); check the host and port, and what stands before it"
              .formatted(answer.status(), answer.body().isBlank() ? "no body" : "another body"),
          null);
    }
    return new Reply(body);
  }

  private static ProxmoxFailure failure(Verb verb, HostAnswer answer, JsonNode body) {
    if (verb.writes() && undecided(answer, body)) {
      return new ProxmoxFailure.AnswerLost(
          "The node did not answer in time (%d %s); it may still do what was asked"
              .formatted(answer.status(), answer.reason()),
          null);
    }
    return new ProxmoxFailure.Answered(
        answer.status(), answer.reason(), body.path("message").asText(""), errors(body));
  }

  private static boolean undecided(HostAnswer answer, JsonNode body) {
    var foreign = !answer.body().isBlank() && !body.isObject();
    return answer.status() == REQUEST_TIMEOUT
        || (answer.status() >= LEAST_FAULT && (foreign || !DECIDED.contains(answer.status())));
  }

  private static Map<String, String> errors(JsonNode body) {
    var errors = new LinkedHashMap<String, String>();
    body.path("errors").properties().forEach(e -> errors.put(e.getKey(), e.getValue().asText()));
    return errors;
  }
}
