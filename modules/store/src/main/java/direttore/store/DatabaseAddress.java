package direttore.store;

/**
 * Where the database is and who we are to it.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host:port/name}
 */
public record DatabaseAddress(String url, String user, String password) {
  @Override
  public String toString() {
    return "%s as %s".formatted(url, user);
  }
}
