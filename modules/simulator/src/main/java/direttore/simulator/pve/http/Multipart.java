package direttore.simulator.pve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A body of {@code multipart/form-data} with one file, as pveproxy takes it apart: the file goes to
 * {@code /var/tmp}, and the method gets a form with its two names.
 */
final class Multipart {
  private static final Pattern TYPE =
      Pattern.compile("multipart/form-data\\s*;.*boundary=\"?([^\";,]{1,70})\"?.*");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(UTF_8);

  private final InputStream in;
  private final byte[] delimiter;

  private Multipart(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
  }

  /** What separates the parts, or null where the content is of another type. */
  static @Nullable String boundary(String contentType) {
    var match = TYPE.matcher(contentType);
    return match.matches() ? match.group(1) : null;
  }

  /** Reads so many bytes and gives the form; the file goes to the upload. */
  static byte[] form(InputStream body, int length, String boundary, Upload upload)
      throws IOException {
    var rest = new Limited(body, length);
    // The first delimiter has no line before it.
    var start = new ByteArrayInputStream("\r\n".getBytes(UTF_8));
    var fields = new Multipart(new SequenceInputStream(start, rest), boundary).fields(upload);
    rest.skipNBytes(rest.left);
    return fields.entrySet().stream()
        .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  private Map<String, String> fields(Upload upload) throws IOException {
    var fields = new LinkedHashMap<String, String>();
    copy(delimiter, OutputStream.nullOutputStream());
    while (in.read() != '-') {
      // What is left of the line after the delimiter ends here: CR was read, LF begins the head.
      var head = text(END_OF_HEAD);
      var name = NAME.matcher(head);
      var file = FILE.matcher(head);
      if (file.find()) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(upload.file()))) {
          copy(delimiter, out);
        }
        fields.put("filename", file.group(1));
        fields.put("tmpfilename", upload.name());
      } else if (name.find()) {
        fields.put(name.group(1), text(delimiter));
      } else {
        copy(delimiter, OutputStream.nullOutputStream());
      }
    }
    return fields;
  }

  private String text(byte[] mark) throws IOException {
    var out = new ByteArrayOutputStream();
    copy(mark, out);
    return out.toString(UTF_8);
  }

  /** Copies up to the mark and skips it (the algorithm of Knuth, Morris and Pratt). */
  private void copy(byte[] mark, OutputStream out) throws IOException {
    var back = borders(mark);
    var matched = 0;
    for (var b = in.read(); b >= 0; b = in.read()) {
      while (matched > 0 && (byte) b != mark[matched]) {
        var shorter = back[matched - 1];
        out.write(mark, 0, matched - shorter);
        matched = shorter;
      }
      if ((byte) b != mark[matched]) {
        out.write(b);
      } else if (++matched == mark.length) {
        return;
      }
    }
    throw new EOFException("the body ends within a part");
  }

  /** For each beginning of the mark the length of the longest that it ends with as well. */
  private static int[] borders(byte[] mark) {
    var borders = new int[mark.length];
    for (int i = 1, k = 0; i < mark.length; i++) {
      while (k > 0 && mark[i] != mark[k]) {
        k = borders[k - 1];
      }
      k += mark[i] == mark[k] ? 1 : 0;
      borders[i] = k;
    }
    return borders;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** The first bytes of a stream. */
  private static final class Limited extends InputStream {
    private final InputStream all;
    private int left;

    Limited(InputStream all, int left) {
      this.all = all;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      left--;
      return all.read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (left == 0) {
        return most == 0 ? 0 : -1;
      }
      var n = all.read(into, from, Math.min(most, left));
      left -= Math.max(n, 0);
      return n;
    }
  }
}
