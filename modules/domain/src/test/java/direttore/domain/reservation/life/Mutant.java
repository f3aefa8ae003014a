package direttore.domain.reservation.life;

/** What is done wrong on purpose. */
enum Mutant {
  /** An operation begins whatever round its part is in. */
  NO_FENCE,
  /** Nobody looks what is there. */
  NO_LOOK,
  /** Operations that are under way are not seen. */
  FORGETS_ACTIVE,
  /** Whoever submits again makes another operation. */
  OTHER_KEYS,
  /** What is wanted changes, and the round does not. */
  SAME_ROUND,
  /** The marks of guests are not looked at. */
  FOREIGN_IS_OURS,
  /** What was missed is begun all the same. */
  BUILDS_MISSED,
  /** The grace is over at once. */
  NO_GRACE,
  /** What ends while it is made is not asked to stop, nor waited for. */
  ENDS_EARLY,
  /** Nobody asks who has a guest that was there. */
  NO_POSSESSION,
  /** A guest that has lost its mark counts as gone. */
  LOST_IS_GONE;

  /** What {@link #SAME_ROUND} makes of a change. */
  static Life sameRounds(Life after) {
    var parts =
        after.parts().stream()
            .map(p ->
                new Part(
                    p.id(),
                    p.reservation(),
                    p.name(),
                    p.making(),
                    p.guest(),
                    p.birth(),
                    p.care(),
                    p.want(),
                    1,
                    p.state(),
                    p.waiting(),
                    p.failure()))
            .toList();
    return new Life(
        after.id(),
        after.party(),
        after.phase(),
        after.status(),
        after.window(),
        after.margins(),
        after.checkIn(),
        parts,
        after.bells());
  }
}
