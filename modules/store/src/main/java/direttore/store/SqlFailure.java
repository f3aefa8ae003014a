package direttore.store;

import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads why the database refused a statement. */
public final class SqlFailure {
  private static final String UNIQUE_VIOLATION = "23505";

  private SqlFailure() {}

  /** Whether the statement broke the unique index of that name. */
  public static boolean breaks(DbClientException failure, String index) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return constraint(e).filter(index::equals).isPresent();
      }
    }
    return false;
  }

  private static Optional<String> constraint(SQLException failure) {
    return failure instanceof PSQLException e
        ? Optional.ofNullable(e.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
        : Optional.empty();
  }
}
