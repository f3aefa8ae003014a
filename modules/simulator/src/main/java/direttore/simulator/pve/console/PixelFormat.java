package direttore.simulator.pve.console;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How a viewer wants colours (RFC 6143, 7.4). */
record PixelFormat(int bits, boolean bigEndian, Part red, Part green, Part blue) {
  /** 32 bits with 8 for each colour, blue first. */
  static final PixelFormat USUAL =
      new PixelFormat(32, false, new Part(255, 16), new Part(255, 8), new Part(255, 0));

  /** One of the three colours: its highest value, and where its lowest bit is. */
  record Part(int most, int shift) {
    int at(int value) {
      return (value * most / 255) << shift;
    }
  }

  static PixelFormat of(byte[] bytes) throws IOException {
    var in = ByteBuffer.wrap(bytes);
    var bits = in.get(0) & 0xFF;
    var drawn = bits == 8 || bits == 16 || bits == 32;
    if (!drawn || in.get(3) == 0) {
      throw new IOException("only true colour with 8, 16 or 32 bits is drawn");
    }
    return new PixelFormat(
        bits,
        in.get(2) != 0,
        new Part(in.getChar(4), in.get(10)),
        new Part(in.getChar(6), in.get(11)),
        new Part(in.getChar(8), in.get(12)));
  }

  byte[] bytes() {
    return ByteBuffer.allocate(16)
        .put((byte) bits)
        .put((byte) 24)
        .put((byte) (bigEndian ? 1 : 0))
        .put((byte) 1)
        .putChar((char) red.most)
        .putChar((char) green.most)
        .putChar((char) blue.most)
        .put((byte) red.shift)
        .put((byte) green.shift)
        .put((byte) blue.shift)
        .array();
  }

  /** Bytes of a pixel. */
  int size() {
    return bits / 8;
  }

  /** A colour whose parts go from 0 to 255. */
  byte[] pixel(int r, int g, int b) {
    var value = red.at(r) | green.at(g) | blue.at(b);
    var pixel = new byte[size()];
    for (var i = 0; i < pixel.length; i++) {
      var place = bigEndian ? pixel.length - 1 - i : i;
      pixel[i] = (byte) (value >>> (8 * place));
    }
    return pixel;
  }
}
