package direttore.worker.queue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that puts all work done through it into one transaction. JobRunr makes its tables
 * step by step under a lock that is a row: a process killed in between would leave the lock behind,
 * and no later start would come past it.
 */
final class WholeOrNothing implements AutoCloseable {
  private static final Set<String> KEPT_FOR_THE_END = Set.of("commit", "close", "setAutoCommit");
  private final Connection real;

  WholeOrNothing(DataSource database) throws SQLException {
    this.real = database.getConnection();
    real.setAutoCommit(false);
  }

  DataSource source() {
    var connection = proxy(Connection.class, this::call);
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return connection;
          }
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (KEPT_FOR_THE_END.contains(method.getName())) {
      return null;
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            WholeOrNothing.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Keeps all that was done. */
  void commit() throws SQLException {
    real.commit();
  }

  /** Undoes what was not committed. */
  @Override
  public void close() throws SQLException {
    try (real) {
      real.rollback();
      real.setAutoCommit(true);
    }
  }
}
