package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Sends answers; to HEAD without their body. */
public final class Answer {
  private static final Header NO_CACHE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");

  /** Holds what is somebody's own, or out of date at once: to be kept nowhere. */
  public static final Header NOT_STORED =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  private Answer() {}

  /** Sends a value as JSON. */
  public static void json(ServerRequest req, ServerResponse res, Object value) {
    res.header(HeaderValues.CONTENT_TYPE_JSON).header(NOT_STORED);
    var body = Json.bytes(value);
    if (Gzip.worth(body) && Gzip.accepts(req, "gzip")) {
      res.header(Gzip.VARIES);
    }
    squeezed(req, res, body);
  }

  /** Sends a body whose headers are set, compressed where that is worth it and taken. */
  public static void squeezed(ServerRequest req, ServerResponse res, byte[] body) {
    if (Gzip.worth(body) && Gzip.accepts(req, "gzip")) {
      bytes(req, res.header(Gzip.ENCODED), Gzip.of(body));
    } else {
      bytes(req, res, body);
    }
  }

  /** Sends a body whose headers are set. */
  public static void bytes(ServerRequest req, ServerResponse res, byte[] body) {
    if (isHead(req)) {
      res.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length)).send();
    } else {
      res.send(body);
    }
  }

  /** Sends a body that may be kept by its entity tag, or only that it has not changed. */
  public static void tagged(ServerRequest req, ServerResponse res, byte[] body, Header etag) {
    res.header(NO_CACHE).header(etag);
    if (matches(req, etag.get())) {
      res.status(Status.NOT_MODIFIED_304).send();
    } else {
      bytes(req, res, body);
    }
  }

  /** The tag without its weakness, which does not count here (RFC 9110, 13.1.2). */
  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /** Whether only headers are wanted. */
  public static boolean isHead(ServerRequest req) {
    return Method.HEAD.equals(req.prologue().method());
  }

  /** Whether the client has what an entity tag stands for. */
  public static boolean matches(ServerRequest req, String etag) {
    if (!req.headers().contains(HeaderNames.IF_NONE_MATCH)) {
      return false;
    }
    for (var value : req.headers().get(HeaderNames.IF_NONE_MATCH).allValues()) {
      for (var candidate : value.split(",", -1)) {
        var tag = candidate.strip();
        if (tag.equals("*") || opaque(tag).equals(opaque(etag))) {
          return true;
        }
      }
    }
    return false;
  }
}
