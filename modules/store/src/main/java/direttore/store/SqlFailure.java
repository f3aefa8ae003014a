package direttore.store;

import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads why the database refused a statement. */
public final class SqlFailure {
  private static final Set<String> INTEGRITY = Set.of("23000", "23503", "23505", "23P01");

  private SqlFailure() {}

  /** Whether the statement broke the constraint of that name, a unique index being one too. */
  public static boolean breaks(DbClientException failure, String name) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && INTEGRITY.contains(state(e))) {
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

  /**
   * Why the database is away, in a sentence: it cannot be reached, or takes no changes now. Empty
   * for every failure that says something of the statement itself.
   */
  public static Optional<String> away(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        var why = away(state(e));
        if (why.isPresent()) {
          return why;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a connection was lost or could not be made, so that the next cannot either. */
  static boolean unreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e
          && (state(e).startsWith("08") || state(e).startsWith("57P"))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> away(String state) {
    return switch (state) {
      case "53100" -> Optional.of("PostgreSQL's disk is full.");
      case "53200" -> Optional.of("PostgreSQL is out of memory.");
      case "53300" -> Optional.of("PostgreSQL has no connection left for Direttore.");
      case "25006" -> Optional.of("PostgreSQL is read-only: it takes no changes.");
      case "57P01", "57P02", "57P03" -> Optional.of("PostgreSQL is stopping or starting.");
      default -> {
        if (state.startsWith("08")) {
          yield Optional.of("PostgreSQL cannot be reached.");
        }
        // 53: a lack of resources. 58: the system below PostgreSQL failed it.
        yield state.startsWith("53") || state.startsWith("58")
            ? Optional.of("PostgreSQL lacks what it needs (%s).".formatted(state))
            : Optional.empty();
      }
    };
  }

  /** Hikari's own failures have none. */
  private static String state(SQLException failure) {
    var state = failure.getSQLState();
    return state == null ? "" : state;
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
