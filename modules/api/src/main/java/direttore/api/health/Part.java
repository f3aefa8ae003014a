package direttore.api.health;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that the server needs to serve.
 *
 * @param name one lower-case word
 * @param trouble what is wrong with it now, in words; empty when nothing is
 */
public record Part(String name, Supplier<Optional<String>> trouble) {}
