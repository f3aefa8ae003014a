package direttore.simulator.pve.console;

import direttore.simulator.pve.http.Talk;
import direttore.simulator.pve.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** A screen over RFB 3.8 (RFC 6143): bars of colour, and another colour for each key pressed. */
final class Picture implements Talk {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;
  private static final int BARS = 8;
  private static final byte VNC_PASSWORD = 2;
  private static final int KEY_BYTES = 8;

  private final String name;
  private final String password;
  private final SecureRandom random;
  private PixelFormat format = PixelFormat.USUAL;
  private int keys;
  private boolean shown;
  private boolean awaited;

  /**
   * A screen.
   *
   * @param name what the viewer shows as its title
   * @param password whose first eight characters count
   */
  Picture(String name, String password, SecureRandom random) {
    this.name = name;
    this.password = password;
    this.random = random;
  }

  @Override
  public void over(WebSocket socket) throws IOException {
    socket.write("RFB 003.008\n");
    if (!new String(socket.read(12), StandardCharsets.US_ASCII).equals("RFB 003.008\n")
        || !signedIn(socket)) {
      return;
    }
    socket.read();
    socket.write(greeting());
    var open = true;
    while (open) {
      open = message(socket);
    }
  }

  private boolean signedIn(WebSocket socket) throws IOException {
    socket.write(new byte[] {1, VNC_PASSWORD});
    if (socket.read() != VNC_PASSWORD) {
      return refuse(socket, "Unsupported security type");
    }
    var challenge = new byte[16];
    random.nextBytes(challenge);
    socket.write(challenge);
    if (!MessageDigest.isEqual(encrypted(password, challenge), socket.read(16))) {
      return refuse(socket, "Authentication failed");
    }
    socket.write(new byte[4]);
    return true;
  }

  private static boolean refuse(WebSocket socket, String why) throws IOException {
    var bytes = why.getBytes(StandardCharsets.US_ASCII);
    socket.write(
        ByteBuffer.allocate(8 + bytes.length).putInt(1).putInt(bytes.length).put(bytes).array());
    return false;
  }

  /** What VNC makes of a challenge: DES under a key whose bytes are read from right to left. */
  static byte[] encrypted(String password, byte[] challenge) {
    var key = new byte[KEY_BYTES];
    var bytes = password.getBytes(StandardCharsets.ISO_8859_1);
    for (var i = 0; i < Math.min(KEY_BYTES, bytes.length); i++) {
      key[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
    }
    try {
      var des = Cipher.getInstance("DES/ECB/NoPadding");
      des.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
      return des.doFinal(challenge);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has DES", e);
    }
  }

  private byte[] greeting() {
    var title = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(24 + title.length)
        .putShort((short) WIDTH)
        .putShort((short) HEIGHT)
        .put(PixelFormat.USUAL.bytes())
        .putInt(title.length)
        .put(title)
        .array();
  }

  private boolean message(WebSocket socket) throws IOException {
    switch (socket.read()) {
      case 0 -> {
        socket.read(3);
        format = PixelFormat.of(socket.read(16));
        shown = false;
      }
      case 2 -> {
        socket.read(1);
        socket.read(4 * ByteBuffer.wrap(socket.read(2)).getChar());
      }
      case 3 -> {
        // A viewer that has the picture waits until it changes.
        shown &= socket.read(9)[0] != 0;
        awaited = true;
      }
      case 4 -> {
        keys += socket.read(7)[0];
        shown = false;
      }
      case 5 -> socket.read(5);
      case 6 -> {
        socket.read(3);
        socket.read(ByteBuffer.wrap(socket.read(4)).getInt() & 0xFFFF);
      }
      default -> {
        return false;
      }
    }
    if (awaited && !shown) {
      socket.write(update());
      shown = true;
      awaited = false;
    }
    return true;
  }

  private byte[] update() throws IOException {
    var bytes = new ByteArrayOutputStream(16 + WIDTH * HEIGHT * format.size());
    var out = new DataOutputStream(bytes);
    out.writeShort(0);
    out.writeShort(1);
    out.writeInt(0);
    out.writeShort(WIDTH);
    out.writeShort(HEIGHT);
    out.writeInt(0);
    var row = new ByteArrayOutputStream(WIDTH * format.size());
    for (var x = 0; x < WIDTH; x++) {
      var bar = ((x * BARS / WIDTH) + keys) % BARS;
      row.write(
          format.pixel((bar & 1) == 0 ? 0 : 255, (bar & 2) == 0 ? 0 : 255, (bar & 4) * 255 / 4));
    }
    for (var y = 0; y < HEIGHT; y++) {
      row.writeTo(out);
    }
    return bytes.toByteArray();
  }
}
