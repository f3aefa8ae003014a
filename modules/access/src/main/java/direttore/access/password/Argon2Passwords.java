package direttore.access.password;

import direttore.domain.access.Passwords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), kept as a PHC string with its own parameters, so that they can be raised
 * without making old hashes useless.
 */
public final class Argon2Passwords implements Passwords {
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private final Cost cost;
  private final SecureRandom random = new SecureRandom();
  // Each costs memory and a core for a while: guessers must not take all of either.
  private final Semaphore atOnce = new Semaphore(2, true);

  /**
   * What one hash costs.
   *
   * @param kib memory in KiB
   * @param passes over the memory
   */
  public record Cost(int kib, int passes) {
    /** The OWASP password storage cheat sheet's second choice: 19 MiB, two passes. */
    public static final Cost USUAL = new Cost(19 * 1024, 2);
  }

  public Argon2Passwords(Cost cost) {
    this.cost = cost;
  }

  @Override
  public String hash(String password) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(
            cost.kib(),
            cost.passes(),
            encoder.encodeToString(salt),
            encoder.encodeToString(argon2(password, salt, cost, 1, HASH_BYTES)));
  }

  @Override
  public boolean matches(String password, String hash) {
    var phc = PHC.matcher(hash);
    if (!phc.matches()) {
      throw new IllegalStateException("a password hash is none of ours");
    }
    var made = new Cost(Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)));
    var salt = Base64.getDecoder().decode(phc.group(4));
    var kept = Base64.getDecoder().decode(phc.group(5));
    var given = argon2(password, salt, made, Integer.parseInt(phc.group(3)), kept.length);
    return MessageDigest.isEqual(kept, given);
  }

  private byte[] argon2(String password, byte[] salt, Cost cost, int lanes, int length) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kib())
            .withIterations(cost.passes())
            .withParallelism(lanes)
            .withSalt(salt)
            .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    var hash = new byte[length];
    atOnce.acquireUninterruptibly();
    try {
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      atOnce.release();
    }
    return hash;
  }
}
