package direttore.simulator.netbox.query;

/** A filter has a value that NetBox refuses. */
public final class BadFilter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  BadFilter(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  static BadFilter choice(String parameter, String value) {
    return new BadFilter(
        parameter,
        "Select a valid choice. %s is not one of the available choices.".formatted(value));
  }

  /** Which one. */
  public String parameter() {
    return parameter;
  }

  /** What is wrong with it. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
