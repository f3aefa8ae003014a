package direttore.api.tls;

import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS with a certificate and key from files, read again when these change, so that renewing them
 * needs no restart. Files that cannot be used leave the old ones in force, and a warning in the
 * log.
 */
public final class LiveTls {
  /** How often to look at the files. */
  public static final Duration PERIOD = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(LiveTls.class.getName());

  private final Path certificates;
  private final Path key;
  private final Clock clock;
  private final CurrentKey current;
  private List<Object> seen;
  private @Nullable String wrong;

  private LiveTls(Path certificates, Path key, Clock clock) {
    this.certificates = certificates;
    this.key = key;
    this.clock = clock;
    this.seen = state();
    this.current = new CurrentKey(Certificate.read(certificates, key, clock.instant()));
  }

  /**
   * Reads the files.
   *
   * @param certificates PEM: the server's certificate, then those between it and a known authority
   * @param key PEM: PKCS#8, PKCS#1 or SEC1, without password
   * @throws UnusableCertificate naming the file and what is wrong with it
   */
  public static LiveTls open(Path certificates, Path key, Clock clock) {
    return new LiveTls(certificates, key, clock);
  }

  /** TLS 1.3 and 1.2 for a server. */
  public Tls forServer() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {current}, null, null);
      return Tls.builder()
          .sslContext(context)
          .enabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /** Takes the files if they have changed; answers what is wrong with those that are there. */
  public Optional<String> look() {
    var now = state();
    if (now.equals(seen)) {
      return Optional.ofNullable(wrong);
    }
    seen = now;
    wrong = read();
    return Optional.ofNullable(wrong);
  }

  private @Nullable String read() {
    try {
      var next = Certificate.read(certificates, key, clock.instant());
      current.replace(next);
      LOG.log(
          Level.INFO,
          "The new TLS certificate in {0} is in use; it expires at {1}.",
          certificates,
          next.chain().getFirst().getNotAfter().toInstant());
      return null;
    } catch (UnusableCertificate e) {
      LOG.log(
          Level.WARNING,
          "The TLS files changed and cannot be used, so that the old certificate stays: {0}.",
          e.getMessage());
      return "The old certificate stays in use: %s.".formatted(e.getMessage());
    }
  }

  /** What tells a changed file from the same one. */
  private List<Object> state() {
    var state = new ArrayList<Object>();
    for (var file : List.of(certificates, key)) {
      try {
        state.add(Files.getLastModifiedTime(file));
        state.add(Files.size(file));
        state.add(file.toRealPath());
      } catch (IOException e) {
        state.add("unreadable");
      }
    }
    return state;
  }
}
