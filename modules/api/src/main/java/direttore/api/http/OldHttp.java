package direttore.api.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/** What clients that speak HTTP/1.0 cannot be answered: anything whose length is not known. */
public final class OldHttp {
  /** The header that says so behind the guard; whoever sends it is only refused more. */
  public static final String MARK = "X-Http-Version";

  private static final HeaderName NAME = HeaderNames.create(MARK);

  private OldHttp() {}

  /** Refuses a client that cannot be sent an answer in chunks (RFC 9112, 6.1). */
  public static void refuse(ServerRequest req) {
    if (req.headers().contains(NAME)) {
      throw HttpRefusal.tooOld();
    }
  }
}
