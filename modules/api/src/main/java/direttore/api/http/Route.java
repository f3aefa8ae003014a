package direttore.api.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/**
 * A method and address, who may use it, and what answers there.
 *
 * @param path with variables in braces, as in the OpenAPI document
 * @param action what the audit calls its use; empty for reading, which is not kept
 * @param conditional whether it looks at {@code If-Match}
 */
public record Route(
    Method method,
    String path,
    RequiredRight need,
    String action,
    Handler handler,
    boolean conditional) {
  private Route(Method method, String path, RequiredRight need, String action, Handler handler) {
    this(method, path, need, action, handler, false);
  }

  /** Something to read; answers HEAD too. */
  public static Route get(String path, RequiredRight need, Handler handler) {
    return new Route(Method.GET, path, need, "", handler);
  }

  /** Where a browser comes back to from another server, which does something. */
  public static Route landing(String path, RequiredRight need, String action, Handler handler) {
    return new Route(Method.GET, path, need, action, handler);
  }

  /** Whether asking for it changes nothing. */
  boolean isRead() {
    return method.equals(Method.GET) && action.isEmpty();
  }

  /** Something to remove. */
  public static Route delete(String path, RequiredRight need, String action, Handler handler) {
    return new Route(Method.DELETE, path, need, action, handler);
  }

  /** Something to change in part. */
  public static Route patch(String path, RequiredRight need, String action, Handler handler) {
    return new Route(Method.PATCH, path, need, action, handler);
  }

  /** Something to be another way as a whole. */
  public static Route put(String path, RequiredRight need, String action, Handler handler) {
    return new Route(Method.PUT, path, need, action, handler);
  }

  /** Something to do. */
  public static Route post(String path, RequiredRight need, String action, Handler handler) {
    return new Route(Method.POST, path, need, action, handler);
  }

  /** The same as a change of something whose state may be named by {@code If-Match}. */
  public Route changing(Versioned what) {
    return new Route(method, path, need, action, what.guard(handler), true);
  }

  /** The same where the handler itself looks at {@code If-Match}. */
  public Route conditionally() {
    return new Route(method, path, need, action, handler, true);
  }
}
