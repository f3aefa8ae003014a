package direttore.transport;

import java.nio.file.Path;
import java.util.Set;

/** Which certificates a host may show. */
public sealed interface Trust {

  /** Those of the authorities that the JDK trusts, for the host's name. */
  record SystemAuthorities() implements Trust {}

  /**
   * Those of the authorities in a PEM file, such as {@code pve-root-ca.pem}, for the host's name.
   */
  record AuthorityFile(Path file) implements Trust {}

  /** Those with one of the fingerprints, whoever signed them and whatever they name. */
  record Pinned(Set<Fingerprint> fingerprints) implements Trust {
    public Pinned {
      fingerprints = Set.copyOf(fingerprints);
      if (fingerprints.isEmpty()) {
        throw new IllegalArgumentException("at least one fingerprint must be pinned");
      }
    }
  }

  /**
   * Any at all. Only where someone said so: whoever sits between can read and change everything.
   */
  record Anything() implements Trust {}
}
