package direttore.simulator.netbox.data;

/**
 * Who changes something, by which request.
 *
 * @param message for the change log
 */
public record Origin(long user, String name, String request, String message) {

  /** The simulator itself, whose work is not logged. */
  public static Origin simulator() {
    return new Origin(0, "", "", "");
  }

  /** The same request with a message. */
  public Origin saying(String words) {
    return new Origin(user, name, request, words);
  }

  boolean isLogged() {
    return user != 0;
  }
}
