package direttore.proxmox.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON as Perl writes it, who prints figures that are none as {@code nan} and {@code inf}. */
final class PerlJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern TEXT_OR_NO_FIGURE =
      Pattern.compile(
          "(?<text>\"(?:[^\"\\\\]|\\\\.)*+\")|-?\\b(?:nan|inf(?:inity)?)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private PerlJson() {}

  /** What the text holds, a missing node where it is no JSON. */
  static JsonNode read(String text) {
    var json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return lenient(json);
    }
  }

  private static JsonNode lenient(String json) {
    var known =
        TEXT_OR_NO_FIGURE
            .matcher(json)
            .replaceAll(found ->
                found.group("text") == null ? "null" : Matcher.quoteReplacement(found.group()));
    try {
      return MAPPER.readTree(known);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
