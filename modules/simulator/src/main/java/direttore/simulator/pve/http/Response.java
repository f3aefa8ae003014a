package direttore.simulator.pve.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer; its reason phrase is where Proxmox VE says what is wrong. */
public final class Response {
  /** The connection is cut without an answer. */
  public static final Response DROPPED = bare(0, "");

  private static final String JSON = "application/json;charset=UTF-8";

  private final int status;
  private final String reason;
  private final @Nullable String contentType;
  private final byte[] body;
  private final @Nullable String location;
  private final Duration delay;
  private final @Nullable Talk talk;

  private Response(
      int status,
      String reason,
      @Nullable String contentType,
      byte[] body,
      @Nullable String location,
      Duration delay,
      @Nullable Talk talk) {
    this.status = status;
    this.reason = reason.lines().findFirst().orElse("");
    this.contentType = contentType;
    this.body = body;
    this.location = location;
    this.delay = delay;
    this.talk = talk;
  }

  /** A JSON document. */
  public static Response json(int status, String reason, byte[] document) {
    return new Response(status, reason, JSON, document, null, Duration.ZERO, null);
  }

  /** The connection becomes a WebSocket. */
  public static Response switching(Talk talk) {
    return new Response(101, "Switching Protocols", null, new byte[0], null, Duration.ZERO, talk);
  }

  /** An answer whose reason phrase is all it says. */
  public static Response bare(int status, String reason) {
    return new Response(status, reason, null, new byte[0], null, Duration.ZERO, null);
  }

  /** An error of the transport, which repeats its reason in the body. */
  static Response error(int status, String reason) {
    var body = reason.getBytes(StandardCharsets.UTF_8);
    return new Response(status, reason, null, body, null, Duration.ZERO, null);
  }

  /** The same answer, held back for so long. */
  public Response after(Duration wait) {
    return new Response(status, reason, contentType, body, location, wait, talk);
  }

  Response to(String address) {
    return new Response(status, reason, contentType, body, address, delay, talk);
  }

  /** The status, 0 where the connection is cut instead. */
  public int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  @Nullable String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  @Nullable String location() {
    return location;
  }

  Duration delay() {
    return delay;
  }

  @Nullable Talk talk() {
    return talk;
  }

  boolean dropped() {
    return status == 0;
  }

  /** Does the connection end with it? */
  boolean closes() {
    return dropped() || status >= 400;
  }
}
