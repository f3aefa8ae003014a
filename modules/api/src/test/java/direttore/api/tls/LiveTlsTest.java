package direttore.api.tls;

import static direttore.testkit.TestCertificate.pem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.api.Protections;
import direttore.api.TestApi;
import direttore.api.guard.ConnectionTime;
import direttore.api.guard.RequestLimits;
import direttore.api.http.AccessRules;
import direttore.api.proxy.TrustedProxies;
import direttore.testkit.AnyServer;
import direttore.testkit.TestCertificate;
import direttore.testkit.TestCertificate.Algorithm;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveTlsTest {
  /** How long the server waits for one read of a socket; a handshake needs longer at times. */
  private static final Duration SLICE = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofMillis(600);
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path folder;

  private Path certificates() {
    return folder.resolve("cert.pem");
  }

  private Path key() {
    return folder.resolve("key.pem");
  }

  private static TestCertificate make(String name, Algorithm algorithm, int from, int to) {
    var now = Instant.now();
    return TestCertificate.make(
        name, algorithm, now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(to)));
  }

  private static TestCertificate make(String name) {
    return TestCertificate.forHost(name);
  }

  private void write(TestCertificate pair) {
    pair.write(certificates(), key());
  }

  private LiveTls open() {
    return LiveTls.open(certificates(), key(), Clock.systemUTC());
  }

  private static TestApi serving(LiveTls tls) {
    return serving(tls, LONG);
  }

  private static TestApi serving(LiveTls tls, Duration slice) {
    return new TestApi(
        AccessRules.LOOPBACK_ONLY,
        Protections.of(RequestLimits.USUAL, TrustedProxies.NONE, 1000),
        new ConnectionTime(slice, System::nanoTime),
        server -> server.tls(tls.forServer()));
  }

  @ParameterizedTest
  @EnumSource
  void servesHttpsWithEveryUsualKindOfKey(Algorithm algorithm) throws Exception {
    write(make("lab", algorithm, -1, 9));

    var tls = open();
    try (var api = serving(tls);
        var client = new TlsClient(api.port())) {
      assertThat(client.subject()).isEqualTo("CN=lab");
      assertThat(client.get()).startsWith("HTTP/1.1 200 OK").contains("Strict-Transport-Security");
    }
  }

  @Test
  void staysOpenInAPause() throws Exception {
    write(make("lab"));
    try (var api = serving(open(), SLICE);
        var client = connected(api.port())) {
      assertThat(client.get()).startsWith("HTTP/1.1 200 OK");

      client.staysSilent(PAUSE);

      assertThat(client.get()).startsWith("HTTP/1.1 200 OK");
    }
  }

  /** As soon as a handshake was quick enough. */
  private static TlsClient connected(int port) {
    return await()
        .atMost(LONG)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> new TlsClient(port), client -> true);
  }

  @Test
  void takesANewCertificateWithoutClosingAnything() throws Exception {
    write(make("old"));
    var tls = open();
    try (var news = new News();
        var api = serving(tls);
        var before = new TlsClient(api.port())) {
      assertThat(before.get()).startsWith("HTTP/1.1 200");
      write(make("new"));

      assertThat(tls.look()).isEmpty();
      news.await("The new TLS certificate");
      isServed(api.port(), "CN=new");
      assertThat(before.get()).startsWith("HTTP/1.1 200");
      assertThat(before.subject()).isEqualTo("CN=old");
    }
  }

  @Test
  void keepsTheOldCertificateWhenTheNewOneIsOfNoUse() throws Exception {
    write(make("old"));
    var tls = open();
    try (var news = new News();
        var api = serving(tls)) {
      Files.writeString(certificates(), "rubbish");
      assertThat(tls.look().orElseThrow()).startsWith("The old certificate stays in use");
      assertThat(tls.look()).as("while nothing changes").isPresent();
      news.await("the old certificate stays");
      isServed(api.port(), "CN=old");

      write(make("newer"));
      Files.setLastModifiedTime(key(), FileTime.fromMillis(System.currentTimeMillis() + 5000));
      assertThat(tls.look()).isEmpty();
      news.await("The new TLS certificate");
      isServed(api.port(), "CN=newer");
    }
  }

  private static void isServed(int port, String subject) throws Exception {
    try (var client = new TlsClient(port)) {
      assertThat(client.subject()).isEqualTo(subject);
    }
  }

  @Test
  void readsTheOlderFormsOfKeys() throws Exception {
    var rsa = make("rsa", Algorithm.RSA, -1, 9);
    write(rsa);
    Files.writeString(key(), pem("RSA PRIVATE KEY", inner(rsa.key().getEncoded())));
    open();

    var ec = make("ec");
    write(ec);
    Files.writeString(key(), pem("EC PRIVATE KEY", sec1(ec.key().getEncoded())));
    open();
  }

  /** The last octet string of a PKCS#8 key: the key in its older form. */
  private static byte[] inner(byte[] pkcs8) {
    var sequence = 26;
    return Arrays.copyOfRange(pkcs8, sequence, pkcs8.length);
  }

  /** An older EC key with its curve, secp384r1, from a PKCS#8 one without. */
  private static byte[] sec1(byte[] pkcs8) {
    var key = Arrays.copyOfRange(pkcs8, pkcs8.length - 48, pkcs8.length);
    var der = HexFormat.of();
    return der.parseHex("303e0201010430" + der.formatHex(key) + "a00706052b81040022");
  }

  @Test
  void saysWhatIsWrongWithItsFiles() throws Exception {
    var good = make("good");
    write(good);
    Files.delete(key());
    isRefused("key.pem cannot be read");

    write(good);
    Files.writeString(key(), pem("PRIVATE KEY", make("other").key().getEncoded()));
    isRefused("key.pem is not that of the first certificate in");

    write(make("expired", Algorithm.EC, -10, -5));
    isRefused("cert.pem expired at");

    write(make("early", Algorithm.EC, 5, 10));
    isRefused("cert.pem is not valid before");

    write(good);
    Files.writeString(certificates(), "rubbish");
    isRefused("cert.pem");

    write(good);
    Files.writeString(key(), pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
    isRefused("a key with a password");

    Files.writeString(key(), pem("PRIVATE KEY", new byte[] {1}));
    isRefused("does not hold an RSA, EC or Ed25519 key");
  }

  private void isRefused(String why) {
    assertThatExceptionOfType(UnusableCertificate.class)
        .isThrownBy(this::open)
        .withMessageContaining(why);
  }

  /** One connection that believes every certificate and tells which it was. */
  private static final class TlsClient implements AutoCloseable {
    private final SSLSocket socket;

    TlsClient(int port) throws IOException {
      var sockets = AnyServer.trusted().getSocketFactory();
      socket = (SSLSocket) sockets.createSocket("127.0.0.1", port);
      socket.setSoTimeout((int) LONG.toMillis());
      socket.startHandshake();
    }

    String subject() throws IOException {
      var own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return own.getSubjectX500Principal().getName();
    }

    String get() throws IOException {
      socket
          .getOutputStream()
          .write("GET /api/about HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      var buffer = new byte[8192];
      var read = socket.getInputStream().read(buffer);
      return new String(buffer, 0, Math.max(0, read), UTF_8);
    }

    /** Nothing comes, and the connection stays. */
    void staysSilent(Duration time) throws IOException {
      var before = socket.getSoTimeout();
      socket.setSoTimeout((int) time.toMillis());
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> socket.getInputStream().read());
      socket.setSoTimeout(before);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** What is logged about the files. */
  private static final class News extends Handler implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LiveTls.class.getName());
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    News() {
      LOG.addHandler(this);
    }

    /** Waits until something is said, whatever else is said before. */
    void await(String words) throws InterruptedException {
      String next;
      do {
        next = said.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("what is said, up to: " + words).isNotNull();
      } while (!next.contains(words));
    }

    @Override
    public void publish(LogRecord news) {
      said.add(news.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      LOG.removeHandler(this);
    }
  }
}
