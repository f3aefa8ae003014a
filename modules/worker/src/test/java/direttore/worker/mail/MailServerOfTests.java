package direttore.worker.mail;

import direttore.domain.access.MailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server (SubEthaSMTP) that wants STARTTLS and a sign-in, and can die and come back. */
public final class MailServerOfTests implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final KeyStore KEYS = keys();

  /** What came in. */
  public final Collection<MimeMessage> mails = new ConcurrentLinkedQueue<>();

  /** With what it refuses what comes in, or 0. */
  public volatile int refuses;

  private @Nullable SMTPServer server;
  private int port;

  public MailServerOfTests() {
    start();
  }

  /** Begins to listen, where it did before if it was there already. */
  public void start() {
    try {
      var started =
          SMTPServer.port(port)
              .bindAddress(InetAddress.getLoopbackAddress())
              .hostName("mail.example")
              .requireTLS()
              .requireAuth()
              .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::signIn))
              .startTlsSocketFactory(context())
              .messageHandler(this::arrived)
              .build();
      started.start();
      server = started;
      port = started.getPortAllocated();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Dies. */
  public void stop() {
    Optional.ofNullable(server).ifPresent(SMTPServer::stop);
  }

  public MailServer settings(String password) {
    return new MailServer(
        "localhost",
        port,
        "direttore",
        password,
        MailServer.Tls.STARTTLS,
        new MailAddress("lab@school.example"),
        authority());
  }

  private void signIn(String user, String password, @Nullable MessageContext context)
      throws LoginFailedException {
    if (!user.equals("direttore") || !password.equals("secret")) {
      throw new LoginFailedException();
    }
  }

  private void arrived(MessageContext context, String from, String to, byte[] data)
      throws RejectException {
    if (refuses > 0) {
      throw new RejectException(refuses, "Not now.");
    }
    try {
      mails.add(new MimeMessage((Session) null, new ByteArrayInputStream(data)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context() throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KEYS, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static SSLSocketFactory authority() {
    try {
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("mail", KEYS.getCertificate("mail"));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key and its certificate, by the JDK's keytool. */
  private static KeyStore keys() {
    try {
      var file = Files.createTempDirectory("mail").resolve("keys.p12");
      var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      var made =
          new ProcessBuilder(
                  keytool,
                  "-genkeypair",
                  "-alias",
                  "mail",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "san=dns:localhost",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  new String(PASSWORD))
              .inheritIO()
              .start()
              .waitFor();
      if (made != 0) {
        throw new IllegalStateException("keytool answered " + made);
      }
      var keys = KeyStore.getInstance(file.toFile(), PASSWORD);
      Files.delete(file);
      Files.delete(file.getParent());
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
