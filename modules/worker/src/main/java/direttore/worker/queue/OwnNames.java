package direttore.worker.queue;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets in only who asks for one of our names, before anything else is looked at: a hostile name
 * server lets any web page call this machine by a name of its own.
 */
final class OwnNames extends Authenticator {
  private static final int MISDIRECTED = 421;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  private final Set<String> names;
  private final Authenticator next;

  /**
   * @param names beside the loopback ones, without port, in lower case
   */
  OwnNames(Set<String> names, Authenticator next) {
    this.names = Set.copyOf(names);
    this.next = next;
  }

  @Override
  public Result authenticate(HttpExchange exchange) {
    var host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null) {
      return new Failure(MISDIRECTED);
    }
    var name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
    return LOOPBACK.matcher(name).matches() || names.contains(name)
        ? next.authenticate(exchange)
        : new Failure(MISDIRECTED);
  }
}
