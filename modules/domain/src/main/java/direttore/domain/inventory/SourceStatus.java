package direttore.domain.inventory;

/**
 * What NetBox says of itself.
 *
 * @param version such as {@code 4.7.3}
 */
public record SourceStatus(String version) {}
