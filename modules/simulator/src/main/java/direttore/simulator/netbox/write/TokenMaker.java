package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.security.SecureRandom;

/**
 * Makes the secrets of tokens.
 *
 * @param release 4.4 knows version 1 alone
 */
record TokenMaker(NetBoxRelease release) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  Row fresh(Row row, JsonNode sent) {
    var second = release.isModern() && row.ref("version") == 2;
    var secret = random(40, second ? LETTERS : "0123456789abcdef");
    if (!release.isModern() && sent.path("key").isTextual()) {
      secret = sent.path("key").asText();
    }
    return row.with("version", IntNode.valueOf(second ? 2 : 1))
        .with("key", second ? TextNode.valueOf(random(12, LETTERS)) : NullNode.getInstance())
        .with("pepper_id", second ? IntNode.valueOf(1) : NullNode.getInstance())
        .with("secret", TextNode.valueOf(secret));
  }

  private static String random(int length, String letters) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(letters.charAt(RANDOM.nextInt(letters.length())));
    }
    return text.toString();
  }
}
