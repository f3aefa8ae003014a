package direttore.simulator.pve.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forms as pve-http-server decodes them: pairs end at {@code &} and {@code ;}, a value at the next
 * {@code =}, repeated names become lists, and a name without a value is left out.
 */
public final class FormDecoder {
  private FormDecoder() {}

  /** The pairs of a form or query; values are texts or lists of texts. */
  public static Map<String, Object> decode(String form) {
    var found = new LinkedHashMap<String, Object>();
    for (var pair : form.split("[&;]", -1)) {
      var parts = pair.split("=", 3);
      if (parts.length > 1 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
        found.merge(plain(parts[0]), plain(parts[1]), FormDecoder::joined);
      }
    }
    return found;
  }

  /** Percent escapes replaced, as UTF-8; a broken escape stays as it is. */
  static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (var i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) && hex(bytes[i + 2])) {
        out.write((Character.digit(bytes[i + 1], 16) << 4) | Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String plain(String text) {
    return unescape(text.replace('+', ' '));
  }

  private static boolean hex(byte b) {
    return Character.digit(b, 16) >= 0;
  }

  private static Object joined(Object before, Object next) {
    var all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
    all.add(next);
    return List.copyOf(all);
  }
}
