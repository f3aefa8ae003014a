package direttore.domain.operation;

/** What an operation that ended early made and left behind; each family of orders has its own. */
public interface Left {}
