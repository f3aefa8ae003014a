package direttore.netbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    var parameters =
        query.entrySet().stream()
            .map(e -> Encoding.percent(e.getKey()) + "=" + Encoding.percent(e.getValue()))
            .collect(Collectors.joining("&"));
    var target = base + "/api/" + path + (parameters.isEmpty() ? "" : "?" + parameters);
    // A browsable page would answer who does not say so.
    var headers = Map.of("Accept", "application/json", "Authorization", token.header());
    return json(read(new HostRequest("GET", target, headers, null, false, patience.read())));
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

  private void pause(Duration pause) {
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
