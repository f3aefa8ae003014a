package direttore.calendar.feed;

import java.util.List;

/** Content lines as they are sent: no longer than 75 octets, and no character is torn apart. */
final class Folding {
  private static final int MOST_OCTETS = 75;
  private static final String END = "\r\n";

  private Folding() {}

  static String of(List<String> lines) {
    var text = new StringBuilder();
    for (var line : lines) {
      fold(line, text);
    }
    return text.toString();
  }

  private static void fold(String line, StringBuilder text) {
    int octets = 0;
    int i = 0;
    while (i < line.length()) {
      int point = line.codePointAt(i);
      int more = octets(point);
      if (octets + more > MOST_OCTETS) {
        text.append(END).append(' ');
        octets = 1;
      }
      text.appendCodePoint(point);
      octets += more;
      i += Character.charCount(point);
    }
    text.append(END);
  }

  /** In UTF-8; half a pair alone becomes a question mark there. */
  private static int octets(int point) {
    if (point < 0x80 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
      return 1;
    }
    return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
