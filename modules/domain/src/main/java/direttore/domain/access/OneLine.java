package direttore.domain.access;

/**
 * Text from strangers on its way to where people read lines: what would end or turn a line is
 * replaced, and what is too long is cut.
 */
public final class OneLine {
  private static final char REPLACEMENT = '\ufffd';
  private static final char CUT = '\u2026';

  private OneLine() {}

  /** The text on one line of at most so many characters. */
  public static String of(String text, int most) {
    var cut = text.length() > most;
    var line = new StringBuilder(cut ? most : text.length());
    text.codePoints()
        .limit(cut ? most - 1L : most)
        .map(c -> isPlain(c) ? c : REPLACEMENT)
        .forEach(line::appendCodePoint);
    if (cut) {
      // Characters outside the basic plane count twice.
      line.setLength(Math.min(line.length(), most - 1));
      if (Character.isHighSurrogate(line.charAt(line.length() - 1))) {
        line.setLength(line.length() - 1);
      }
      line.append(CUT);
    }
    return line.toString();
  }

  /** Whether a text has nothing that would be replaced. */
  static boolean isPlain(String text) {
    return text.codePoints().allMatch(OneLine::isPlain);
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      // Among others what turns the direction of reading.
      case Character.FORMAT -> character == 0x200c || character == 0x200d;
      default -> true;
    };
  }
}
