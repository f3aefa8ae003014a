package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compressed bodies, for clients that take them (RFC 9110, 12.5.3). */
public final class Gzip {
  static final Header ENCODED = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
  public static final Header VARIES =
      HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");

  /** Below it the headers weigh as much as what would be saved. */
  private static final int SMALLEST = 1400;

  private Gzip() {}

  static boolean worth(byte[] body) {
    return body.length >= SMALLEST;
  }

  /** Whether the client takes the encoding, such as {@code gzip} or {@code br}. */
  public static boolean accepts(ServerRequest req, String encoding) {
    if (!req.headers().contains(HeaderNames.ACCEPT_ENCODING)) {
      return false;
    }
    for (var value : req.headers().get(HeaderNames.ACCEPT_ENCODING).allValues()) {
      for (var offer : value.toLowerCase(Locale.ROOT).split(",", -1)) {
        var parts = offer.strip().split(";", 2);
        if (parts[0].strip().equals(encoding)) {
          return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
        }
      }
    }
    return false;
  }

  /** The body compressed, quickly rather than tightly: it is sent once or a few times. */
  static byte[] of(byte[] body) {
    var out = new ByteArrayOutputStream(body.length / 4);
    try (var gzip = new Fast(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class Fast extends GZIPOutputStream {
    private Fast(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
