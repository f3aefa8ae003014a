package direttore.worker.queue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source whose database can be away. */
final class FickleSource {
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  DataSource over(DataSource real) {
    return fickle(DataSource.class, real);
  }

  private <T> T fickle(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (left.decrementAndGet() < 0 && !method.getName().equals("close")) {
                throw new SQLException("the database is away");
              }
              try {
                var result = method.invoke(real, arguments);
                return result instanceof Connection c ? fickle(Connection.class, c) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  void away(boolean now) {
    left.set(now ? 0 : Integer.MAX_VALUE);
  }

  void awayAfter(int calls) {
    left.set(calls);
  }
}
