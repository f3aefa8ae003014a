package direttore.domain.access;

/** Turns passwords into what may be kept. */
public interface Passwords {
  /** A salted hash that takes long to make (Argon2id, RFC 9106). */
  String hash(String password);

  boolean matches(String password, String hash);
}
