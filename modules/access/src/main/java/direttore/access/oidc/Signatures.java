package direttore.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.util.Set;

/** Verifies signatures, those of Edwards curves by Java itself instead of one more library. */
final class Signatures extends DefaultJWSVerifierFactory {
  @Override
  public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
    return key instanceof EdECPublicKey
        ? new Edwards((PublicKey) key, getJCAContext())
        : super.createJWSVerifier(header, key);
  }

  private record Edwards(PublicKey key, JCAContext context) implements JWSVerifier {
    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signature)
        throws JOSEException {
      // An extension that must be understood is not (RFC 7515, 4.1.11).
      var critical = header.getCriticalParams();
      if (critical != null && !critical.isEmpty()) {
        return false;
      }
      try {
        var check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(input);
        return check.verify(signature.decode());
      } catch (SignatureException e) {
        return false;
      } catch (GeneralSecurityException e) {
        throw new JOSEException(e.getMessage(), e);
      }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return JWSAlgorithm.Family.ED;
    }

    @Override
    public JCAContext getJCAContext() {
      return context;
    }
  }
}
