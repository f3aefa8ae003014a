package direttore.api.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** The tag of a body (RFC 9110, 8.8.3): the same for the same bytes; and lists of such tags. */
public final class EntityTag {
  private static final int BYTES = 12;
  private static final String ANY = "*";
  private static final String WEAK = "W/";

  /** What is in a list; a tag may hold commas. */
  private static final Pattern TAG = Pattern.compile("(W/)?\"[!#-~\\x80-\\xFF]*\"");

  private static final Pattern BETWEEN = Pattern.compile("[ \\t]*,[, \\t]*");

  private EntityTag() {}

  /** The strong tag, with its quotes. */
  public static String of(byte[] body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The tags that a header lists, or {@code *} alone; refuses what is neither. */
  static List<String> listed(String header, List<String> values) {
    var text = String.join(",", values).strip();
    if (text.equals(ANY)) {
      return List.of(ANY);
    }
    var tags = new ArrayList<String>();
    var tag = TAG.matcher(text);
    var between = BETWEEN.matcher(text);
    var at = between.lookingAt() ? between.end() : 0;
    while (at < text.length()) {
      if (!tag.region(at, text.length()).lookingAt()) {
        throw malformed(header);
      }
      tags.add(tag.group());
      at = tag.end();
      if (at < text.length()) {
        if (!between.region(at, text.length()).lookingAt()) {
          throw malformed(header);
        }
        at = between.end();
      }
    }
    if (tags.isEmpty()) {
      throw malformed(header);
    }
    return tags;
  }

  private static HttpRefusal malformed(String header) {
    return HttpRefusal.malformed(
        "%s must be * or entity tags such as \"3f6c\", separated by commas".formatted(header));
  }

  /** Whether one of the list stands for the tag of what is there. */
  static boolean any(List<String> listed, String tag, BiPredicate<String, String> same) {
    return listed.stream().anyMatch(each -> each.equals(ANY) || same.test(each, tag));
  }

  /** Whether two tags are the same but for their weakness, as suffices for reading. */
  static boolean weakly(String one, String other) {
    return opaque(one).equals(opaque(other));
  }

  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
