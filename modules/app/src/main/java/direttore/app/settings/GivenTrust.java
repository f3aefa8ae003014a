package direttore.app.settings;

import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why another system's certificate is believed: the strictest of what is given. */
final class GivenTrust {
  private GivenTrust() {}

  /**
   * What was said of one system.
   *
   * @param fingerprints the setting with those of its certificates
   * @param authority the setting with the file of its authority
   * @param otherwise what holds where neither is set
   */
  static Trust of(Given given, Setting fingerprints, Setting authority, Trust otherwise) {
    if (given.has(fingerprints)) {
      return new Trust.Pinned(
          given.parsed(
              fingerprints,
              "SHA-256 fingerprints such as A8:B3:…, separated by commas",
              GivenTrust::fingerprints));
    }
    return given.has(authority) ? new Trust.AuthorityFile(given.file(authority)) : otherwise;
  }

  private static Optional<Set<Fingerprint>> fingerprints(String text) {
    try {
      return Optional.of(
          Arrays.stream(text.split("[,\\s]+"))
              .map(Fingerprint::new)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
