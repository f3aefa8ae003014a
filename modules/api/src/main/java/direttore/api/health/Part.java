package direttore.api.health;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that the server needs to serve.
 *
 * @param name one lower-case word
 * @param trouble why it cannot be used now, in words; empty when it can
 * @param flaw what is wrong with it although it can be used, in words; empty when nothing is
 */
public record Part(
    String name, Supplier<Optional<String>> trouble, Supplier<Optional<String>> flaw) {
  /** A part that either can be used or not. */
  public Part(String name, Supplier<Optional<String>> trouble) {
    this(name, trouble, Optional::empty);
  }
}
