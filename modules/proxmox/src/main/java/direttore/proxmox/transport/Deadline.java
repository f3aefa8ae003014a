package direttore.proxmox.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds the time of a whole exchange. A socket's own time-out bounds only each single read, so
 * that an answer which trickles in could last for ever.
 */
final class Deadline {
  private Deadline() {}

  /** The result of the work, which is interrupted when the time is over. */
  static <T> T within(Duration time, Callable<T> work) throws IOException {
    var task = new FutureTask<>(work);
    // Interrupting a virtual thread closes the socket that it waits for.
    Thread.ofVirtual().name("proxmox-exchange").start(task);
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw timeout("no answer within %d ms".formatted(time.toMillis()), e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw timeout("interrupted while waiting", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(words(e), e.getCause());
    }
  }

  private static SocketTimeoutException timeout(String message, Exception cause) {
    var timeout = new SocketTimeoutException(message);
    timeout.initCause(cause);
    return timeout;
  }

  /** The innermost message: the outer ones name only the wrapping. */
  private static String words(Throwable failure) {
    var words = "the host closed the connection";
    for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
      if (at.getMessage() != null) {
        words = at.getMessage();
      }
    }
    return words;
  }
}
