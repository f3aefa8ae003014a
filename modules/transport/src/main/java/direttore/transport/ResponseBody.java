package direttore.transport;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.HttpClientResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the body of an answer. */
final class ResponseBody {
  private static final int BUFFER = 8 * 1024;

  private ResponseBody() {}

  static String of(HttpClientResponse response) {
    var entity = response.entity();
    if (!entity.hasEntity()) {
      return "";
    }
    var headers = response.headers();
    var delimited =
        headers.contains(HeaderNames.CONTENT_LENGTH)
            || headers.contains(HeaderNames.TRANSFER_ENCODING);
    var bytes = delimited ? entity.as(byte[].class) : untilTheEnd(entity.inputStream());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * What comes until the host closes the connection: pveproxy gives no length with an empty body
   * (RFC 9112, 6.3). The client takes the end of such a body for a failure.
   */
  private static byte[] untilTheEnd(InputStream in) {
    var body = new ByteArrayOutputStream();
    var buffer = new byte[BUFFER];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        body.write(buffer, 0, n);
      }
    } catch (InsufficientDataAvailableException e) {
      return body.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toByteArray();
  }
}
