package direttore.transport;

import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A trust manager whose refusals show the fingerprint that the host presented. */
abstract class CertificateCheck extends X509ExtendedTrustManager {
  /** The kind of an alternative name that is an address (RFC 5280, 4.2.1.6). */
  private static final Integer IP_ADDRESS = 7;

  /**
   * A refusal whose message is a sentence for people; what a handshake fails with has it inside.
   */
  @SuppressWarnings("serial") // read at once, never serialised
  static final class Refused extends CertificateException {
    Refused(String message, @Nullable Throwable cause) {
      super(message, cause);
    }

    Refused(String message) {
      this(message, null);
    }
  }

  abstract void check(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException;

  /** Only the given fingerprints. */
  static CertificateCheck pinned(Set<Fingerprint> expected) {
    return new CertificateCheck() {
      @Override
      void check(X509Certificate[] chain, String type, Socket socket) throws Refused {
        var presented = Fingerprint.of(chain[0]);
        if (!expected.contains(presented)) {
          throw new Refused(
              "its certificate has the fingerprint %s, but %s was expected"
                  .formatted(
                      presented,
                      expected.stream()
                          .map(Fingerprint::value)
                          .collect(Collectors.joining(" or "))));
        }
      }
    };
  }

  /** What the given manager allows, which also checks the name where the socket asks for it. */
  static CertificateCheck by(X509ExtendedTrustManager authorities) {
    return new CertificateCheck() {
      @Override
      void check(X509Certificate[] chain, String type, Socket socket) throws Refused {
        try {
          authorities.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
          throw untrusted(chain[0], e.getMessage(), e);
        }
      }
    };
  }

  /**
   * What the given manager allows, for an address. The client would look its name up in the DNS and
   * check that instead, so the address is checked here (RFC 9110, 4.3.5).
   */
  static CertificateCheck by(X509ExtendedTrustManager authorities, InetAddress address) {
    var signature = by(authorities);
    return new CertificateCheck() {
      @Override
      void check(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        signature.check(chain, type, socket);
        if (!addresses(chain[0]).contains(address)) {
          throw untrusted(chain[0], "it is not for " + address.getHostAddress(), null);
        }
      }
    };
  }

  private static Refused untrusted(
      X509Certificate certificate, @Nullable String why, @Nullable Throwable cause) {
    return new Refused(
        "its certificate is not trusted (%s); its fingerprint is %s"
            .formatted(why, Fingerprint.of(certificate)),
        cause);
  }

  private static Set<InetAddress> addresses(X509Certificate certificate)
      throws CertificateException {
    var names = certificate.getSubjectAlternativeNames();
    return names == null
        ? Set.of()
        : names.stream()
            .filter(name -> IP_ADDRESS.equals(name.get(0)))
            .map(name -> InetAddress.ofLiteral((String) name.get(1)))
            .collect(Collectors.toSet());
  }

  /** No check at all. */
  static CertificateCheck none() {
    return new CertificateCheck() {
      @Override
      void check(X509Certificate[] chain, String type, Socket socket) {}
    };
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new Refused("only sockets are used here");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new Refused("only sockets are used here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new Refused("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new Refused("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new Refused("this is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
