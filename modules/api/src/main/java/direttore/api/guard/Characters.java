package direttore.api.guard;

import java.util.BitSet;

/** Which bytes may stand where (RFC 9110, section 5.6.2; RFC 3986, appendix A). */
final class Characters {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String PATH_CHARACTERS = LETTERS + "-._~!$&'()*+,=:@/%";

  /** Names of headers. */
  static final boolean[] TOKEN = table(LETTERS + "!#$%&'*+-.^_`|~");

  /** Methods, in capitals as all registered ones are: their case counts. */
  static final boolean[] METHOD = table("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");

  /** Paths, without the semicolon: servers differ in what they take to follow it. */
  static final boolean[] PATH = table(PATH_CHARACTERS);

  /** Queries. */
  static final boolean[] QUERY = table(PATH_CHARACTERS + ";?");

  /** Names of hosts without a port: registered names, IPv4 addresses, and IPv6 ones in brackets. */
  static final boolean[] HOST = table(LETTERS + "-._~!$&'()*+,;=%");

  static final boolean[] IPV6 = table("0123456789abcdefABCDEF:.");

  private Characters() {}

  static boolean in(boolean[] table, byte b) {
    return b >= 0 && table[b];
  }

  static boolean all(boolean[] table, byte[] bytes, int from, int to) {
    for (var i = from; i < to; i++) {
      if (!in(table, bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] table(String members) {
    var set = new BitSet();
    members.chars().forEach(set::set);
    var table = new boolean[128];
    set.stream().forEach(c -> table[c] = true);
    return table;
  }
}
