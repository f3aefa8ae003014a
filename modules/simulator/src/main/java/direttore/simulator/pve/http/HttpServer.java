package direttore.simulator.pve.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Listens on one port for HTTP over TLS; a virtual thread serves each connection. */
public final class HttpServer implements AutoCloseable {
  /** A busy machine may take its time over a handshake, however short its clients may be idle. */
  private static final int HANDSHAKE_MILLIS = 10_000;

  private static final int TLS_HANDSHAKE = 0x16;
  private static final int BACKLOG = 1024;
  private static final long AFTER_A_FAILED_ACCEPT_NANOS = 10_000_000;

  private final ServerSocket listener;
  private final SSLContext tls;
  private final Service service;
  private final ConnectionLimits limits;
  private final Clock clock;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpServer(
      ServerSocket listener,
      SSLContext tls,
      Service service,
      ConnectionLimits limits,
      Clock clock) {
    this.listener = listener;
    this.tls = tls;
    this.service = service;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException when the port is taken
   */
  public static HttpServer start(
      InetSocketAddress address,
      SSLContext tls,
      Service service,
      ConnectionLimits limits,
      Clock clock)
      throws IOException {
    var listener = new ServerSocket();
    listener.setReuseAddress(true);
    try {
      listener.bind(address, BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    var server = new HttpServer(listener, tls, service, limits, clock);
    server.threads.execute(server::accept);
    return server;
  }

  /** The port that it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Stops listening and cuts every connection. */
  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException e) {
        LockSupport.parkNanos(AFTER_A_FAILED_ACCEPT_NANOS);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(HANDSHAKE_MILLIS);
      var first = socket.getInputStream().read();
      if (first == TLS_HANDSHAKE) {
        secured(socket, (byte) first);
      } else if (first >= 0) {
        socket.setSoTimeout(idle());
        var in = new SequenceInputStream(one((byte) first), socket.getInputStream());
        new Connection(socket, in, false, service, limits, clock).serve();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      // A client that leaves, hangs or sends garbage ends its own connection and nothing else.
      open.remove(socket);
    } finally {
      open.remove(socket);
    }
  }

  private void secured(Socket socket, byte first) throws IOException, InterruptedException {
    var factory = tls.getSocketFactory();
    try (var secure = (SSLSocket) factory.createSocket(socket, one(first), true)) {
      secure.startHandshake();
      socket.setSoTimeout(idle());
      new Connection(secure, secure.getInputStream(), true, service, limits, clock).serve();
    }
  }

  private int idle() {
    return Math.toIntExact(limits.idle().toMillis());
  }

  private static InputStream one(byte first) {
    return new ByteArrayInputStream(new byte[] {first});
  }
}
