package direttore.simulator.pve.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The server's side of a WebSocket (RFC 6455), used as a stream of bytes as consoles do. */
public final class WebSocket {
  private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int LARGEST_FRAME = 128 * 1024;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private final DataInputStream in;
  private final OutputStream out;
  private byte[] received = {};
  private int used;

  WebSocket(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /** What the server says to prove that it understood the client's key. */
  static String accept(String key) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      var digest = sha1.digest((key + KEY_SUFFIX).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /**
   * The next byte from the client.
   *
   * @throws EOFException when it has closed
   */
  public int read() throws IOException {
    while (used == received.length) {
      received = message();
      used = 0;
    }
    return received[used++] & 0xFF;
  }

  /** That many bytes from the client. */
  public byte[] read(int count) throws IOException {
    var bytes = new byte[count];
    for (var i = 0; i < count; i++) {
      bytes[i] = (byte) read();
    }
    return bytes;
  }

  /** The bytes up to that one, which is taken too and left out. */
  public String readTo(char end, int most) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var next = read(); next != end; next = read()) {
      if (bytes.size() == most) {
        throw new IOException("more than %d bytes without a '%s'".formatted(most, end));
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Sends text. */
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes. */
  public void write(byte[] bytes) throws IOException {
    for (var at = 0; at < bytes.length; at += LARGEST_FRAME) {
      frame(BINARY, bytes, at, Math.min(LARGEST_FRAME, bytes.length - at));
    }
  }

  void close() throws IOException {
    frame(CLOSE, new byte[] {0x03, (byte) 0xE8}, 0, 2);
  }

  private byte[] message() throws IOException {
    while (true) {
      var kind = in.readUnsignedByte() & 0x0F;
      var payload = payload();
      switch (kind) {
        case CLOSE -> throw new EOFException("closed");
        case PING -> frame(PONG, payload, 0, payload.length);
        case PONG -> {}
        default -> {
          return payload;
        }
      }
    }
  }

  private byte[] payload() throws IOException {
    var second = in.readUnsignedByte();
    long length = second & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if ((second & MASKED) == 0 || length < 0 || length > LARGEST_FRAME) {
      throw new IOException("a frame without mask, or longer than %d".formatted(LARGEST_FRAME));
    }
    var mask = in.readNBytes(4);
    var payload = new byte[(int) length];
    in.readFully(payload);
    for (var i = 0; i < payload.length; i++) {
      payload[i] = (byte) (payload[i] ^ mask[i % 4]);
    }
    return payload;
  }

  private synchronized void frame(int kind, byte[] bytes, int from, int length) throws IOException {
    var head = new ByteArrayOutputStream(10);
    head.write(FINAL | kind);
    if (length < 126) {
      head.write(length);
    } else if (length < 65536) {
      head.write(126);
      head.write(length >> 8);
      head.write(length);
    } else {
      head.write(127);
      for (var shift = 56; shift >= 0; shift -= 8) {
        head.write((int) ((long) length >> shift));
      }
    }
    out.write(head.toByteArray());
    out.write(bytes, from, length);
    out.flush();
  }
}
