package direttore.simulator.pve.schema;

/** A named rule about how a text must look. */
@FunctionalInterface
interface Format {

  /**
   * Verifies one value.
   *
   * @throws Malformed saying what is wrong, as PVE::JSONSchema's verifier dies
   */
  void verify(String path, String value) throws Malformed;

  /** The value has not the format. */
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String text) {
      super(text);
    }

    /** The verifier's words, without the final line feed. */
    String text() {
      return String.valueOf(getMessage());
    }
  }
}
