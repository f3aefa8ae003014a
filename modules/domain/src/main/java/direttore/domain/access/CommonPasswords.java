package direttore.domain.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** What is tried first: the passwords that stolen lists hold most often. */
final class CommonPasswords {
  private static final String LIST = "common-passwords.txt";

  private CommonPasswords() {}

  /**
   * Whether one of these is among them. Read through each time: passwords are chosen seldom, and
   * the list would take megabytes for ever.
   */
  static boolean hold(Set<String> any) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST)),
                StandardCharsets.US_ASCII))) {
      return lines.lines().anyMatch(any::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
