package direttore.store;

import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads why the database refused a statement. */
public final class SqlFailure {
  private static final Set<String> INTEGRITY = Set.of("23000", "23503", "23505");

  private SqlFailure() {}

  /** Whether the statement broke the constraint of that name, a unique index being one too. */
  public static boolean breaks(DbClientException failure, String name) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && INTEGRITY.contains(e.getSQLState())) {
        return constraint(e).filter(name::equals).isPresent();
      }
    }
    return false;
  }

  /** What the database said of the matter beside its message; empty when nothing. */
  public static String detail(DbClientException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        return message(e).map(ServerErrorMessage::getDetail).orElse("");
      }
    }
    return "";
  }

  private static Optional<String> constraint(SQLException failure) {
    return message(failure).map(ServerErrorMessage::getConstraint);
  }

  private static Optional<ServerErrorMessage> message(SQLException failure) {
    return failure instanceof PSQLException e
        ? Optional.ofNullable(e.getServerErrorMessage())
        : Optional.empty();
  }
}
