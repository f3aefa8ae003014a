package direttore.domain.inventory;

/** Which part of a list is wanted. */
public record Slice(int offset, int limit) {}
