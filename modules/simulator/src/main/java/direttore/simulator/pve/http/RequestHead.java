package direttore.simulator.pve.http;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A request without its body.
 *
 * @param version 1000 times the major plus the minor version of HTTP
 */
public record RequestHead(
    String method, String target, int version, Headers headers, InetAddress peer) {
  private static final Pattern UPLOAD =
      Pattern.compile("/api2/[a-z]+/nodes/[^/]+/storage/[^/]+/upload");

  /** The path, percent-decoded. */
  public String path() {
    var end = target.indexOf('?');
    return FormDecoder.unescape(end < 0 ? target : target.substring(0, end));
  }

  /** Does it send a file to a storage? */
  public boolean isUpload() {
    return method.equals("POST") && UPLOAD.matcher(path()).matches();
  }

  /** The query as sent, or an empty text. */
  public String query() {
    var start = target.indexOf('?');
    return start < 0 ? "" : target.substring(start + 1);
  }
}
