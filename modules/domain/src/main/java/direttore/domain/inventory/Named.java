package direttore.domain.inventory;

/** Something of NetBox that goes by a slug and a name. */
public record Named(String slug, String name) {}
