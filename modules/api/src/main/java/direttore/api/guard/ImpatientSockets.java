package direttore.api.guard;

import io.helidon.common.socket.SocketOptions;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Options of sockets that give up reading after a {@link ConnectionTime#slice}, and the first look
 * at each new one: one that fails here is closed. Helidon 4.5.0 takes a read timeout and then sets
 * it on no socket of a server.
 */
final class ImpatientSockets implements SocketOptions {
  private final Connections connections;
  private final SocketOptions options;

  ImpatientSockets(Connections connections) {
    this.connections = connections;
    this.options =
        SocketOptions.builder().readTimeout(connections.time().slice()).tcpNoDelay(true).build();
  }

  @Override
  public void configureSocket(SocketChannel channel) {
    var socket = channel.socket();
    connections.admit(
        new Open(
            (InetSocketAddress) socket.getRemoteSocketAddress(),
            socket,
            socket::isClosed,
            connections.time()));
    options.configureSocket(channel);
    try {
      socket.setSoTimeout((int) readTimeout().toMillis());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return options.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return options.connectTimeout();
  }

  @Override
  public Duration readTimeout() {
    return options.readTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return options.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return options.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return options.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return options.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return options.tcpNoDelay();
  }
}
