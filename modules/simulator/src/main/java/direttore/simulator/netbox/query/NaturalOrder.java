package direttore.simulator.netbox.query;

import java.util.Comparator;

/** Texts by their letters, whatever the case, and numbers within them by their value. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String one, String other) {
    var i = 0;
    var j = 0;
    while (i < one.length() && j < other.length()) {
      if (Character.isDigit(one.charAt(i)) && Character.isDigit(other.charAt(j))) {
        var a = end(one, i);
        var b = end(other, j);
        var order = numbers(one.substring(i, a), other.substring(j, b));
        if (order != 0) {
          return order;
        }
        i = a;
        j = b;
      } else {
        var order =
            Character.compare(
                Character.toLowerCase(one.charAt(i)), Character.toLowerCase(other.charAt(j)));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  private static int numbers(String one, String other) {
    var a = bare(one);
    var b = bare(other);
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static String bare(String digits) {
    var start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static int end(String text, int from) {
    var end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
