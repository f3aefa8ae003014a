package direttore.api.http;

import direttore.domain.Refusal;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What several people may change: its state has a strong entity tag, and who changes it can say by
 * {@code If-Match} which state they saw (RFC 9110, section 13).
 */
public final class Versioned {
  private final Function<ServerRequest, ?> state;

  /** Between the look at the state and its change there must be no other change. */
  private final ReentrantLock changing = new ReentrantLock();

  /**
   * Something that requests name.
   *
   * @param state what it is now, as it is sent; refuses where there is none
   */
  public Versioned(Function<ServerRequest, ?> state) {
    this.state = state;
  }

  /** Sends what it is now, or that this has not changed. */
  public void show(ServerRequest req, ServerResponse res) {
    var body = Json.bytes(state.apply(req));
    var tag = EntityTag.of(body);
    if (EntityTag.any(sent(req, HeaderNames.IF_NONE_MATCH), tag, EntityTag::weakly)) {
      res.header(HeaderValues.create(HeaderNames.ETAG, tag)).header(Answer.NOT_STORED);
      res.status(Status.NOT_MODIFIED_304).send();
    } else {
      send(req, res, body, tag);
    }
  }

  /** Sends what it has become, with the tag for the next change. */
  public static void changed(ServerRequest req, ServerResponse res, Object view) {
    var body = Json.bytes(view);
    send(req, res, body, EntityTag.of(body));
  }

  /** Never compressed, as the strong tag names these bytes. */
  private static void send(ServerRequest req, ServerResponse res, byte[] body, String tag) {
    res.header(HeaderValues.CONTENT_TYPE_JSON)
        .header(Answer.NOT_STORED)
        .header(HeaderValues.create(HeaderNames.ETAG, tag));
    Answer.bytes(req, res, body);
  }

  /** The change, refused where it is meant for another state than there is. */
  Handler guard(Handler change) {
    return (req, res) -> {
      // Whoever sends slowly holds up nobody.
      if (req.content().hasEntity()) {
        req.content().buffer();
      }
      changing.lock();
      try {
        require(req);
        change.handle(req, res);
      } finally {
        changing.unlock();
      }
    };
  }

  /** Refuses a change of what has no version where it is meant for a certain state. */
  static void requireNone(ServerRequest req) {
    if (!sent(req, HeaderNames.IF_MATCH).isEmpty()) {
      throw new Refusal.Invalid(
          "If-Match", "must be left out, as nothing here has an ETag that it could name");
    }
  }

  private void require(ServerRequest req) {
    var wanted = sent(req, HeaderNames.IF_MATCH);
    var unwanted = sent(req, HeaderNames.IF_NONE_MATCH);
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      return;
    }
    var tag = EntityTag.of(Json.bytes(state.apply(req)));
    if (!wanted.isEmpty() && !EntityTag.any(wanted, tag, String::equals)) {
      throw HttpRefusal.changed(
          "it was changed since; read it again (its ETag is %s now)".formatted(tag));
    }
    if (EntityTag.any(unwanted, tag, EntityTag::weakly)) {
      throw HttpRefusal.changed("it is there in a state that If-None-Match names");
    }
  }

  static List<String> sent(ServerRequest req, HeaderName name) {
    return req.headers().contains(name)
        ? EntityTag.listed(name.defaultCase(), req.headers().get(name).allValues())
        : List.of();
  }
}
