package direttore.simulator.pve.http;

import java.net.InetAddress;

/**
 * A request without its body.
 *
 * @param version 1000 times the major plus the minor version of HTTP
 */
public record Head(String method, String target, int version, Headers headers, InetAddress peer) {

  /** The path, percent-decoded. */
  public String path() {
    var end = target.indexOf('?');
    return FormDecoder.unescape(end < 0 ? target : target.substring(0, end));
  }

  /** The query as sent, or an empty text. */
  public String query() {
    var start = target.indexOf('?');
    return start < 0 ? "" : target.substring(start + 1);
  }
}
