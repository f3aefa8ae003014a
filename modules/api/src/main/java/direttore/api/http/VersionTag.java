package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Supplier;

/**
 * The entity tag of something that counts its versions. It names the version and the bytes: some of
 * what is shown changes with the time and with who looks, and that is no reason to refuse a change.
 * A version is a word without a hyphen.
 */
public final class VersionTag {
  private VersionTag() {}

  /** Sends what it is now, or that this has not changed. */
  public static void show(ServerRequest req, ServerResponse res, String version, Object view) {
    var body = Json.bytes(view);
    var tag = of(version, body);
    var held = Versioned.sent(req, HeaderNames.IF_NONE_MATCH);
    if (EntityTag.any(held, tag, EntityTag::weakly)) {
      res.header(header(tag)).header(Answer.NOT_STORED);
      res.status(Status.NOT_MODIFIED_304).send();
    } else {
      send(req, res, body, tag);
    }
  }

  /** Sends what it has become, with the tag for the next change. */
  public static void changed(ServerRequest req, ServerResponse res, String version, Object view) {
    var body = Json.bytes(view);
    send(req, res, body, of(version, body));
  }

  /** Whether the request says which versions it is meant for. */
  public static boolean isBound(ServerRequest req) {
    return !Versioned.sent(req, HeaderNames.IF_MATCH).isEmpty()
        || !Versioned.sent(req, HeaderNames.IF_NONE_MATCH).isEmpty();
  }

  /** Refuses a request that is meant for another version than there is. */
  public static void require(ServerRequest req, String version) {
    require(req, version, () -> "it was changed since");
  }

  /**
   * The same.
   *
   * @param changed that it was changed, and by whom if that is known
   */
  public static void require(ServerRequest req, String version, Supplier<String> changed) {
    var wanted = Versioned.sent(req, HeaderNames.IF_MATCH);
    var unwanted = Versioned.sent(req, HeaderNames.IF_NONE_MATCH);
    var tag = start(version);
    if (!wanted.isEmpty() && !EntityTag.any(wanted, tag, VersionTag::isOf)) {
      throw HttpRefusal.changed(
          "%s; read it again (its version is %s now)".formatted(changed.get(), version));
    }
    if (EntityTag.any(unwanted, tag, VersionTag::isOf)) {
      throw HttpRefusal.changed("it is there in a version that If-None-Match names");
    }
  }

  private static boolean isOf(String listed, String start) {
    return listed.startsWith(start);
  }

  private static String start(String version) {
    return "\"%s-".formatted(version);
  }

  private static String of(String version, byte[] body) {
    return start(version) + EntityTag.of(body).substring(1);
  }

  private static void send(ServerRequest req, ServerResponse res, byte[] body, String tag) {
    // Never compressed, as the strong tag names these bytes.
    res.header(HeaderValues.CONTENT_TYPE_JSON).header(Answer.NOT_STORED).header(header(tag));
    Answer.bytes(req, res, body);
  }

  private static Header header(String tag) {
    return HeaderValues.create(HeaderNames.ETAG, tag);
  }
}
