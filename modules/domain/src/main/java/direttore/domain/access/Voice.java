package direttore.domain.access;

/** Whether a sentence about somebody speaks to them, or about them to others. */
enum Voice {
  TO_THEM("you", "your", "yours"),
  ABOUT_THEM("they", "their", "theirs");

  private final String pronoun;
  private final String their;
  private final String theirs;

  Voice(String pronoun, String their, String theirs) {
    this.pronoun = pronoun;
    this.their = their;
    this.theirs = theirs;
  }

  String subject(Actor actor) {
    return this == TO_THEM ? "You" : actor.name();
  }

  String pronoun() {
    return pronoun;
  }

  String their() {
    return their;
  }

  String theirs() {
    return theirs;
  }
}
