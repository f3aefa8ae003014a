package direttore.proxmox.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.transport.Answer;
import direttore.proxmox.transport.Verb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Opens the envelope of an answer: {@code data} and its siblings, or an error as a failure. */
public final class Envelope {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a proxy before the node says when the node did not answer in time: pveproxy after 30 s
   * (AnyEvent.pm), nginx likewise. A write may have been done all the same.
   */
  private static final Set<Integer> UNDECIDED = Set.of(596, 597, 598, 599, 502, 504);

  private Envelope() {}

  /** What the answer holds; throws a {@link ProxmoxFailure} for an error. */
  public static Reply read(Verb verb, Answer answer) {
    if (answer.failed()) {
      throw failure(verb, answer);
    }
    try {
      return new Reply(JSON.readTree(answer.body()));
    } catch (JsonProcessingException e) {
      throw new ProxmoxFailure.Unreadable(
          "The answer is not one of Proxmox VE; check the host and port", e);
    }
  }

  private static ProxmoxFailure failure(Verb verb, Answer answer) {
    if (verb.writes() && UNDECIDED.contains(answer.status())) {
      return new ProxmoxFailure.AnswerLost(
          "The node did not answer in time (%d %s); it may still do what was asked"
              .formatted(answer.status(), answer.reason()),
          null);
    }
    var body = lenient(answer.body());
    return new ProxmoxFailure.Answered(
        answer.status(), answer.reason(), body.path("message").asText(""), errors(body));
  }

  /** Older hosts send no body, other servers none that is JSON. */
  private static JsonNode lenient(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static Map<String, String> errors(JsonNode body) {
    var errors = new LinkedHashMap<String, String>();
    body.path("errors").properties().forEach(e -> errors.put(e.getKey(), e.getValue().asText()));
    return errors;
  }
}
