package direttore.simulator.pve.schema;

/** A line of a schema file. */
record SchemaLine(String file, int number, String text) {

  /** Does it belong to the block above it? */
  boolean isIndented() {
    return text.startsWith(" ");
  }

  /** Neither a comment nor blank. */
  boolean says() {
    return !text.isBlank() && !text.startsWith("#");
  }

  String[] words() {
    return text.strip().split(" ");
  }

  /** What is wrong with it: {@code vm.schema:12: needs is ide9, expected ...}. */
  IllegalStateException wrong(String what) {
    return new IllegalStateException("%s:%d: %s".formatted(file, number, what));
  }
}
