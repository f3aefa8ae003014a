package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;

/** One form for what NetBox writes otherwise than it was told, so that it can be compared. */
final class NormalForm {
  private NormalForm() {}

  static JsonNode of(String field, JsonNode value) {
    return value.isTextual() ? TextNode.valueOf(of(field, value.textValue())) : value;
  }

  private static String of(String field, String text) {
    return switch (field) {
      case "dns_name" -> text.toLowerCase(Locale.ROOT);
      case "mac_address" -> text.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
      case "address" -> address(text);
      default -> time(text);
    };
  }

  /** NetBox shortens those of IPv6 (RFC 5952). */
  static String address(String text) {
    var parts = text.split("/", 2);
    try {
      var host = InetAddress.ofLiteral(parts[0]).getHostAddress();
      return parts.length == 1 ? host : host + "/" + parts[1];
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeException e) {
      return text;
    }
  }
}
