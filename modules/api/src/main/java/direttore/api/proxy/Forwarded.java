package direttore.api.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What proxies wrote into a request's headers, nearest last.
 *
 * @param hops who each of them had a request from, as written
 * @param scheme what the last of them wrote, in lower case
 */
public record Forwarded(List<String> hops, @Nullable String scheme) {
  // RFC 7239, section 4: values are tokens or quoted strings, in which commas mean nothing.
  private static final Pattern ELEMENT = Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*\")+");
  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\"\\s]*))\\s*(?:;|$)");

  public Forwarded {
    hops = List.copyOf(hops);
  }

  /**
   * Reads the headers of either kind. With both, {@code X-Forwarded-For} counts: that is what
   * proxies write unless told otherwise, and pass {@code Forwarded} on as the client wrote it.
   *
   * @param standard all values of {@code Forwarded} (RFC 7239)
   * @param hops all values of {@code X-Forwarded-For}
   * @param schemes all values of {@code X-Forwarded-Proto}
   */
  public static Forwarded read(List<String> standard, List<String> hops, List<String> schemes) {
    if (!standard.isEmpty() && hops.isEmpty() && schemes.isEmpty()) {
      return standard(String.join(",", standard));
    }
    var each = hops.isEmpty() ? List.<String>of() : split(hops);
    var scheme = schemes.isEmpty() ? null : split(schemes).getLast().toLowerCase(Locale.ROOT);
    return new Forwarded(each, scheme);
  }

  private static List<String> split(List<String> values) {
    var parts = new ArrayList<String>();
    for (var part : String.join(",", values).split(",", -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static Forwarded standard(String value) {
    var hops = new ArrayList<String>();
    String scheme = null;
    var elements = ELEMENT.matcher(value);
    while (elements.find()) {
      var hop = "";
      scheme = null;
      var pairs = PAIR.matcher(elements.group());
      while (pairs.find()) {
        var text = pairs.group(2) == null ? pairs.group(3) : pairs.group(2);
        switch (pairs.group(1).toLowerCase(Locale.ROOT)) {
          case "for" -> hop = text;
          case "proto" -> scheme = text.toLowerCase(Locale.ROOT);
          default -> {}
        }
      }
      hops.add(hop);
    }
    return new Forwarded(hops, scheme);
  }
}
