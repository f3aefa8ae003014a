package direttore.domain.access;

/**
 * Where somebody comes from.
 *
 * @param address an IP address, empty for the command line
 * @param agent what the browser or program calls itself, at most 200 characters
 */
public record Client(String address, String agent) {
  private static final int LONGEST = 200;

  /** This machine's command line. */
  public static final Client COMMAND_LINE = new Client("", "direttore");

  public Client {
    agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
  }
}
