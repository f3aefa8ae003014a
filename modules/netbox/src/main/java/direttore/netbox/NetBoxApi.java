package direttore.netbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import direttore.domain.system.SystemFailure.Kind;
import direttore.domain.time.Time;
import direttore.transport.Encoding;
import direttore.transport.Endpoint;
import direttore.transport.HostAnswer;
import direttore.transport.HostRequest;
import direttore.transport.Trust;
import direttore.transport.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One NetBox, asked for JSON. What it reads is asked for again where a proxy says that NetBox
 * cannot answer now, or the connection broke.
 */
final class NetBoxApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String base;
  private final Wire wire;
  private final NetBoxToken token;
  private final NetBoxPatience patience;
  private final Time time;

  /**
   * @param address without {@code /api} and a final slash
   */
  NetBoxApi(URI address, NetBoxToken token, Trust trust, NetBoxPatience patience, Time time) {
    this.base = address.getRawPath() == null ? "" : address.getRawPath();
    this.wire = new Wire(Endpoint.of(address), trust, patience.connect(), time);
    this.token = token;
    this.patience = patience;
    this.time = time;
  }

  /**
   * What is there.
   *
   * @param path below {@code /api/}, with its final slash
   * @param query names and values, which are encoded here
   */
  JsonNode get(String path, Map<String, String> query) {
    return reply(path, query).json();
  }

  /** The same, with what was said beside it. */
  Reply reply(String path, Map<String, String> query) {
    var parameters =
        query.entrySet().stream()
            .map(e -> Encoding.percent(e.getKey()) + "=" + Encoding.percent(e.getValue()))
            .collect(Collectors.joining("&"));
    var target = base + "/api/" + path + (parameters.isEmpty() ? "" : "?" + parameters);
    var answer =
        read(new HostRequest("GET", target, headers(Map.of()), null, false, patience.read()));
    return new Reply(json(answer), answer);
  }

  private Map<String, String> headers(Map<String, String> more) {
    var headers = new HashMap<>(more);
    // A browsable page would answer who does not say so.
    headers.put("Accept", "application/json");
    headers.put("Authorization", token.header());
    return headers;
  }

  /**
   * Changes something, asking once: whatever may have been done is {@code AnswerLost}.
   *
   * @param body null where there is none, which has an empty answer
   */
  Reply send(String method, String path, @Nullable JsonNode body, Map<String, String> more) {
    var json = body == null ? null : new HostRequest.Body("application/json", body.toString());
    var request =
        new HostRequest(method, base + "/api/" + path, headers(more), json, true, patience.read());
    HostAnswer answer;
    try {
      answer = wire.exchange(request);
    } catch (Wire.NotSent e) {
      throw unreached(e);
    } catch (IOException e) {
      throw lost(e.getMessage(), e);
    }
    if (!Meaning.success(answer)) {
      throw Meaning.ofWrite(answer);
    }
    return new Reply(body == null ? MissingNode.getInstance() : written(answer), answer);
  }

  private static JsonNode written(HostAnswer answer) {
    try {
      return json(answer);
    } catch (NetBoxFailure e) {
      throw lost(e.said(), e);
    }
  }

  private static NetBoxFailure lost(@Nullable String why, Exception cause) {
    return new NetBoxFailure(
        new Kind.AnswerLost(),
        "NetBox got the request, but its answer was lost: %s".formatted(why),
        cause);
  }

  private HostAnswer read(HostRequest request) {
    for (int left = TRIES - 1; ; left--) {
      try {
        var answer = wire.exchange(request);
        if (!Meaning.notNow(answer) || left == 0) {
          return answer;
        }
        pause(pause(answer));
      } catch (Wire.NotSent e) {
        throw unreached(e);
      } catch (IOException e) {
        if (e instanceof SocketTimeoutException || left == 0) {
          throw new NetBoxFailure(
              new Kind.Unreachable(), "NetBox does not answer: " + e.getMessage(), e);
        }
        pause(PAUSE);
      }
    }
  }

  private static NetBoxFailure unreached(Wire.NotSent e) {
    var refusal = e.refusal();
    return refusal == null
        ? new NetBoxFailure(
            new Kind.Unreachable(), "NetBox cannot be reached: " + e.getMessage(), e)
        : new NetBoxFailure(new Kind.Refused(), "NetBox is not trusted: " + refusal, e);
  }

  /** As long as it asks for (RFC 9110, 10.2.3), within bounds; a date is not waited for. */
  private static Duration pause(HostAnswer answer) {
    var asked = answer.headers().getOrDefault("retry-after", "");
    if (!asked.matches("\\d{1,6}")) {
      return PAUSE;
    }
    var seconds = Duration.ofSeconds(Long.parseLong(asked));
    return seconds.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : seconds;
  }

  /** Lets time pass. */
  void pause(Duration pause) {
    try {
      time.signal().await(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetBoxFailure(new Kind.Unreachable(), "interrupted while waiting for NetBox", e);
    }
  }

  private static JsonNode json(HostAnswer answer) {
    if (!Meaning.success(answer)) {
      throw Meaning.of(answer);
    }
    if (ErrorText.html(answer)) {
      throw strange("there answers something else than NetBox, with " + ErrorText.of(answer), null);
    }
    try {
      var json = JSON.readTree(answer.body());
      if (json.isContainerNode()) {
        return json;
      }
      throw strange("NetBox answers with something that is no object", null);
    } catch (JsonProcessingException e) {
      throw strange("NetBox answers with broken JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static NetBoxFailure strange(String message, @Nullable Throwable cause) {
    return new NetBoxFailure(new Kind.Unreachable(), message, cause);
  }

  @Override
  public void close() {
    wire.close();
  }
}
