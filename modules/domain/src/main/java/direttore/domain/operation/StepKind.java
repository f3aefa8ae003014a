package direttore.domain.operation;

/** What a step does; each family of orders has kinds of its own. */
public interface StepKind {
  /** The word in answers and in the database, such as {@code grow-disk}. */
  String wire();
}
