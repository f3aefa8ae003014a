package direttore.api.guard;

import direttore.api.http.HttpRefusal;
import direttore.api.http.Refused;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ServerConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection, handed on byte by byte as they came, but the head of each only
 * when it is whole and in order, and nothing beyond the body that it announces before the server
 * asks for the next.
 */
final class Requests implements Supplier<byte @Nullable []> {
  private static final byte[] NOTHING = {};
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(2);
  private static final int LARGEST_DRAIN = 1024 * 1024;

  private final ClientWire wire;
  private final RequestLimits limits;
  private final Open open;
  private final ConnectionTime time;
  private byte[] held = NOTHING;
  private int from;
  private RequestBody body = RequestBody.NONE;
  private long bodyDeadline;
  private boolean refused;

  Requests(ClientWire wire, RequestLimits limits, Open open, ConnectionTime time) {
    this.wire = wire;
    this.limits = limits;
    this.open = open;
    this.time = time;
  }

  /**
   * The next bytes, or null at the end of the connection.
   *
   * @throws RequestException for a head that is refused, so that no route has seen the request
   * @throws HttpRefusal for a body that is refused, to the route that reads it
   */
  @Override
  public byte @Nullable [] get() {
    if (!body.ended()) {
      return moreOfBody();
    }
    try {
      return nextHead();
    } catch (HttpRefusal e) {
      refused = true;
      throw RequestException.builder()
          .type(EventType.BAD_REQUEST)
          .status(Status.create(e.problem().status()))
          .message(e.problem().title())
          .cause(e)
          .request(new Refused(e))
          .setKeepAlive(false)
          .build();
    }
  }

  private byte @Nullable [] nextHead() {
    var head = new Head(limits);
    var deadline = time.deadline(from == held.length ? limits.idleTime() : limits.headTime());
    var waiting = from == held.length;
    var end = head.read(held, from);
    if (waiting) {
      open.waits();
    }
    while (end < 0) {
      var more = readHead(waiting, deadline);
      if (more == null) {
        return null;
      }
      if (waiting) {
        open.works();
        waiting = false;
        deadline = time.deadline(limits.headTime());
      }
      hold(more);
      end = head.read(held, from);
    }
    body = head.body();
    var rewritten = head.rewritten(held, from, end);
    if (rewritten != null) {
      var rest = held.length - end;
      var both = Arrays.copyOf(rewritten, rewritten.length + rest);
      System.arraycopy(held, end, both, rewritten.length, rest);
      held = both;
      from = 0;
      end = rewritten.length;
    }
    bodyDeadline = time.deadline(limits.bodyTime());
    return handOn(body.pass(held, end));
  }

  private byte @Nullable [] readHead(boolean waiting, long deadline) {
    try {
      return wire.read(deadline);
    } catch (ClientWire.Late e) {
      if (waiting) {
        return null;
      }
      throw HttpRefusal.late("the headers took too long to arrive");
    }
  }

  private byte[] moreOfBody() {
    try {
      if (from == held.length) {
        var more = wire.read(bodyDeadline);
        if (more == null) {
          throw HttpRefusal.unclear("the body ended before its announced end");
        }
        hold(more);
      }
      return handOn(body.pass(held, from));
    } catch (ClientWire.Late e) {
      refused = true;
      throw HttpRefusal.late("the body took too long to arrive");
    } catch (HttpRefusal e) {
      refused = true;
      throw e;
    }
  }

  private void hold(byte[] more) {
    if (from == held.length) {
      held = more;
    } else {
      var left = held.length - from;
      var both = Arrays.copyOfRange(held, from, held.length + more.length);
      System.arraycopy(more, 0, both, left, more.length);
      held = both;
    }
    from = 0;
  }

  private byte[] handOn(int to) {
    var all = from == 0 && to == held.length;
    var part = all ? held : Arrays.copyOfRange(held, from, to);
    held = all ? NOTHING : held;
    from = all ? 0 : to;
    return part;
  }

  /**
   * Reads on a little after a refusal. Closing at once what still sends would reset the connection,
   * and the client might never see the answer (RFC 9112, 9.6).
   */
  void drain() {
    if (!refused && body.ended()) {
      return;
    }
    var deadline = time.deadline(LONGEST_DRAIN);
    var left = LARGEST_DRAIN;
    try {
      while (left > 0) {
        var more = wire.read(deadline);
        if (more == null) {
          return;
        }
        left -= more.length;
      }
    } catch (ClientWire.Late | ServerConnectionException e) {
      // Heard out as long as is fair; the answer is the client's to read or to miss.
      return;
    }
  }
}
