package direttore.transport;

import direttore.domain.time.Time;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Bounds the time of a whole exchange. A socket's own time-out bounds only each single read, so
 * that an answer which trickles in could last for ever.
 */
final class Deadline {
  private Deadline() {}

  /** The result of the work, which is interrupted when the time is over. */
  static <T> T within(Duration most, Time time, Callable<T> work) throws IOException {
    var done = time.signal();
    var task =
        new FutureTask<>(work) {
          @Override
          protected void done() {
            done.raise();
          }
        };
    // Interrupting a virtual thread closes the socket that it waits for.
    Thread.ofVirtual().name("exchange").start(task);
    try {
      if (!done.await(most)) {
        task.cancel(true);
        throw new SocketTimeoutException("no answer within %d ms".formatted(most.toMillis()));
      }
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(words(e), e.getCause());
    }
  }

  private static SocketTimeoutException interrupted(InterruptedException cause) {
    var timeout = new SocketTimeoutException("interrupted while waiting");
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
