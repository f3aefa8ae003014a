package direttore.api.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows each new connection the certificate of the day; those that are open keep theirs. */
final class CurrentKey extends X509ExtendedKeyManager {
  // A handshake asks for chain and key one after the other, so that both must stay for a while.
  private volatile Shown previous;
  private volatile Shown current;

  /** A certificate under a name that no other has. */
  private record Shown(String alias, Certificate certificate) {}

  CurrentKey(Certificate certificate) {
    this.current = new Shown("1", certificate);
    this.previous = current;
  }

  /** To be called by one thread only. */
  void replace(Certificate next) {
    previous = current;
    current = new Shown(Integer.toString(Integer.parseInt(current.alias()) + 1), next);
  }

  private Certificate certificate(String alias) {
    var shown = current;
    return shown.alias().equals(alias) ? shown.certificate() : previous.certificate();
  }

  private @Nullable String alias(String keyType) {
    var shown = current;
    var algorithm = shown.certificate().key().getAlgorithm();
    return keyType.startsWith(algorithm) ? shown.alias() : null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return alias(keyType);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    var alias = alias(keyType);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return certificate(alias).chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return certificate(alias).key();
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
