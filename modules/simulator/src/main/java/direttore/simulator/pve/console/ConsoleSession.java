package direttore.simulator.pve.console;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.http.Talk;
import direttore.simulator.pve.http.WebSocket;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A console that listens on its port: for one connection, and until that ends. */
final class ConsoleSession {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Talk talk;
  private boolean taken;
  private boolean ended;

  ConsoleSession(Talk talk) {
    this.talk = talk;
  }

  /** Waits for somebody to connect; false when nobody did until then. */
  boolean awaitClient(TaskClock clock, Instant due) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!taken && clock.now().isBefore(due)) {
        clock.await(changed, due);
      }
      ended = !taken;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end of the connection. */
  void awaitEnd() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!ended) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes the only place that there is; false when it is taken or nobody is waited for. */
  boolean take() {
    lock.lock();
    try {
      if (taken || ended) {
        return false;
      }
      taken = true;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Talks to the client that took the place. */
  void over(WebSocket socket) throws IOException, InterruptedException {
    try {
      talk.over(socket);
    } finally {
      end();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
