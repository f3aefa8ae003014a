package direttore.store;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatementDml;
import io.helidon.dbclient.DbStatementGet;
import io.helidon.dbclient.DbStatementQuery;
import io.helidon.dbclient.DbTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client, and each statement made with it, that says in a refusal that the database is away. */
final class WatchedClient implements InvocationHandler {
  private static final List<Class<?>> WATCHED =
      List.of(
          DbTransaction.class,
          DbExecute.class,
          DbStatementGet.class,
          DbStatementQuery.class,
          DbStatementDml.class);
  private final Object target;
  private final DatabaseWatch watch;

  private WatchedClient(Object target, DatabaseWatch watch) {
    this.target = target;
    this.watch = watch;
  }

  static DbClient over(DbClient client, DatabaseWatch watch) {
    return (DbClient) watched(DbClient.class, client, watch);
  }

  private static Object watched(Class<?> type, Object target, DatabaseWatch watch) {
    return Proxy.newProxyInstance(
        WatchedClient.class.getClassLoader(),
        new Class<?>[] {type},
        new WatchedClient(target, watch));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    try {
      var result = method.invoke(target, given);
      return result == null ? null : watched(proxy, result);
    } catch (InvocationTargetException e) {
      throw watch.foreseen(e.getTargetException());
    }
  }

  @SuppressWarnings("ReferenceEquality") // a fluent method gives back the very statement
  private Object watched(Object proxy, Object result) {
    if (result == target) {
      return proxy;
    }
    for (var type : WATCHED) {
      if (type.isInstance(result)) {
        return watched(type, result, watch);
      }
    }
    return result;
  }
}
