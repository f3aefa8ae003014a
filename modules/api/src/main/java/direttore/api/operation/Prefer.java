package direttore.api.operation;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a client will wait for the answer to an order ({@code Prefer: wait}, RFC 7240, 4.3). */
final class Prefer {
  static final HeaderName APPLIED = HeaderNames.create("Preference-Applied");
  private static final HeaderName PREFER = HeaderNames.create("Prefer");
  private static final Pattern WAIT = Pattern.compile("wait *= *\"?(\\d{1,6})\"?");
  private static final int LONGEST = 30;

  private Prefer() {}

  /**
   * The wait that the client asks for, 30 s at most; empty when it says none that is understood.
   */
  static Optional<Duration> wait(ServerRequest req) {
    return req.headers().all(PREFER, List::of).stream()
        .flatMap(value -> Pattern.compile("[,;]").splitAsStream(value))
        .map(preference -> WAIT.matcher(preference.strip().toLowerCase(Locale.ROOT)))
        .filter(match -> match.matches())
        .findFirst()
        .map(match -> Duration.ofSeconds(Math.min(LONGEST, Integer.parseInt(match.group(1)))));
  }
}
