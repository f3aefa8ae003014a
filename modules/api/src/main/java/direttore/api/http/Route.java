package direttore.api.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/**
 * A method and address, and what answers there.
 *
 * @param path with variables in braces, as in the OpenAPI document
 */
public record Route(Method method, String path, Handler handler) {
  /** Something to read; answers HEAD too. */
  public static Route get(String path, Handler handler) {
    return new Route(Method.GET, path, handler);
  }

  /** Something to remove. */
  public static Route delete(String path, Handler handler) {
    return new Route(Method.DELETE, path, handler);
  }

  /** Something to do. */
  public static Route post(String path, Handler handler) {
    return new Route(Method.POST, path, handler);
  }
}
