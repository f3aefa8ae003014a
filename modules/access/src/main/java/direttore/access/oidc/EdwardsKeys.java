package direttore.access.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a signature may have been made with, those of Edwards curves (RFC 8037) as Java
 * knows them: the library's own selector leaves them out.
 */
final class EdwardsKeys implements JWSKeySelector<SecurityContext> {
  private static final int BYTES = 32;
  private final Set<JWSAlgorithm> allowed;
  private final JWKSource<SecurityContext> keys;
  private final JWSKeySelector<SecurityContext> others;

  EdwardsKeys(
      Set<JWSAlgorithm> allowed,
      JWKSource<SecurityContext> keys,
      JWSKeySelector<SecurityContext> others) {
    this.allowed = allowed;
    this.keys = keys;
    this.others = others;
  }

  @Override
  public List<? extends Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context)
      throws KeySourceException {
    if (!JWSAlgorithm.Family.ED.contains(header.getAlgorithm())) {
      return others.selectJWSKeys(header, context);
    }
    var matcher = JWKMatcher.forJWSHeader(header);
    return matcher == null || !allowed.contains(header.getAlgorithm())
        ? List.of()
        : keys.get(new JWKSelector(matcher), context).stream()
            .flatMap(key -> publicKey(key).stream())
            .toList();
  }

  /** The point of an Ed25519 key, little-endian, with the sign of x in its last bit (RFC 8032). */
  private static Optional<PublicKey> publicKey(JWK key) {
    if (!(key instanceof OctetKeyPair pair) || !Curve.Ed25519.equals(pair.getCurve())) {
      return Optional.empty();
    }
    var bytes = pair.getDecodedX();
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    var odd = bytes[BYTES - 1] < 0;
    bytes[BYTES - 1] &= 0x7f;
    try {
      var point = new EdECPoint(odd, new BigInteger(1, reversed(bytes)));
      return Optional.of(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] reversed(byte[] bytes) {
    var turned = new byte[bytes.length];
    for (var i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }
}
