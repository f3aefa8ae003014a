package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.FieldType;
import direttore.simulator.netbox.model.Models;
import direttore.simulator.netbox.net.Network;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks what clients send for a field and gives what a row keeps. */
final class Values {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");
  private static final String NO_NULL = "This field may not be null.";
  private static final String NO_BLANK = "This field may not be blank.";

  private final Models models;
  private final References references;

  Values(Models models, References references) {
    this.models = models;
    this.references = references;
  }

  JsonNode parse(Field field, JsonNode sent) {
    return switch (field.type()) {
      case TEXT, SLUG -> text(field, sent);
      case CHOICE -> choice(field, sent);
      case BOOLEAN -> bool(sent);
      case INTEGER -> whole(field, sent);
      case DECIMAL -> decimal(field, sent);
      case REF ->
          sent.isNull() && field.nullable() ? sent : references.one(field.target(), notNull(sent));
      case REFS -> references.many(field.target(), sent);
      case TAGS -> references.many("extras.tag", sent);
      case OBJECT_TYPE -> objectType(field, sent);
      case OBJECT_ID -> sent.isNull() ? sent : whole(field, sent);
      case MAC -> mac(notNull(sent));
      case PREFIX -> prefix(notNull(sent));
      case ADDRESS -> address(notNull(sent));
      case DATETIME -> moment(sent);
      case JSON -> json(field, sent);
      default -> sent;
    };
  }

  private static JsonNode notNull(JsonNode sent) {
    if (sent.isNull()) {
      throw new WrongValue(NO_NULL);
    }
    return sent;
  }

  private static JsonNode text(Field field, JsonNode sent) {
    if (sent.isNull() && field.nullable()) {
      return sent;
    }
    notNull(sent);
    if (sent.isContainerNode() || sent.isBoolean()) {
      throw new WrongValue("Not a valid string.");
    }
    var text = sent.asText().strip();
    if (text.isEmpty() && field.required()) {
      throw new WrongValue(NO_BLANK);
    }
    var most = field.rules().path("max").asInt(Integer.MAX_VALUE);
    if (text.length() > most) {
      throw new WrongValue("Ensure this field has no more than %d characters.".formatted(most));
    }
    if (field.type() == FieldType.SLUG && !SLUG.matcher(text).matches()) {
      throw new WrongValue(
          "Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens.");
    }
    if (!text.matches(field.text("pattern", "(?s).*"))) {
      throw new WrongValue(field.text("patternMessage", ""));
    }
    return TextNode.valueOf(field.is("lower") ? text.toLowerCase(Locale.ROOT) : text);
  }

  private static JsonNode choice(Field field, JsonNode sent) {
    if (sent.isContainerNode()) {
      throw new WrongValue(
          "Value must be passed directly (e.g. \"foo\": 123); do not use a dictionary or list.");
    }
    var blank = sent.isNull() || sent.asText().isEmpty();
    if (blank && field.nullable()) {
      return NullNode.getInstance();
    }
    if (blank) {
      throw new WrongValue(sent.isNull() ? NO_NULL : NO_BLANK);
    }
    return field.choices().stream()
        .map(choice -> choice.get(0))
        .filter(value -> value.asText().equals(sent.asText()))
        .findFirst()
        .orElseThrow(() -> new WrongValue(sent.asText() + " is not a valid choice."));
  }

  private static JsonNode bool(JsonNode sent) {
    notNull(sent);
    return switch (sent.asText().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> BooleanNode.TRUE;
      case "false", "0", "no", "off" -> BooleanNode.FALSE;
      default -> throw new WrongValue("Must be a valid boolean.");
    };
  }

  private static JsonNode whole(Field field, JsonNode sent) {
    if (sent.isNull()) {
      if (field.required() || field.rules().has("default")) {
        throw new WrongValue(NO_NULL);
      }
      return sent;
    }
    try {
      var number = new BigDecimal(sent.asText()).longValueExact();
      bounds(field, BigDecimal.valueOf(number));
      return LongNode.valueOf(number);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new WrongValue("A valid integer is required.");
    }
  }

  private static JsonNode decimal(Field field, JsonNode sent) {
    if (sent.isNull()) {
      return sent;
    }
    try {
      var number = new BigDecimal(sent.asText());
      bounds(field, number);
      return DecimalNode.valueOf(number);
    } catch (NumberFormatException e) {
      throw new WrongValue("A valid number is required.");
    }
  }

  private static void bounds(Field field, BigDecimal number) {
    var least = field.rules().path("min");
    if (least.isNumber() && number.compareTo(least.decimalValue()) < 0) {
      throw new WrongValue(
          "Ensure this value is greater than or equal to %s."
              .formatted(field.text("minText", least.asText())));
    }
    var most = field.rules().path("max");
    if (most.isNumber() && number.compareTo(most.decimalValue()) > 0) {
      throw new WrongValue(
          "Ensure this value is less than or equal to %s.".formatted(most.asText()));
    }
  }

  private JsonNode objectType(Field field, JsonNode sent) {
    if (sent.isNull()) {
      return sent;
    }
    for (var allowed : field.rules().path("targets")) {
      if (allowed.asText().equals(sent.asText())
          || (allowed.asText().equals("*") && models.has(sent.asText()))) {
        return sent;
      }
    }
    throw new WrongValue("Invalid content type: " + sent.asText());
  }

  private static JsonNode mac(JsonNode sent) {
    var digits = sent.asText().replaceAll("[:.\\-]", "").toUpperCase(Locale.ROOT);
    if (!digits.matches("[0-9A-F]{12}")) {
      throw new WrongValue("Invalid MAC address format: " + sent.asText());
    }
    return TextNode.valueOf(digits.replaceAll("(..)(?=.)", "$1:"));
  }

  private static JsonNode prefix(JsonNode sent) {
    var network = Network.parse(sent.asText());
    if (network == null) {
      throw new WrongValue("Invalid IP prefix format: " + sent.asText());
    }
    if (!network.value().equals(network.first())) {
      throw new WrongValue(
          "%s is not a valid prefix. Did you mean %s?".formatted(network, network.network()));
    }
    if (network.length() == 0) {
      throw new WrongValue("Cannot create prefix with /0 mask.");
    }
    return TextNode.valueOf(network.toString());
  }

  private static JsonNode address(JsonNode sent) {
    var network = Network.parse(sent.asText());
    if (network == null) {
      throw new WrongValue("Invalid IP address format: " + sent.asText());
    }
    return TextNode.valueOf(network.toString());
  }

  private static JsonNode moment(JsonNode sent) {
    if (sent.isNull()) {
      return sent;
    }
    try {
      return TextNode.valueOf(
          OffsetDateTime.parse(sent.asText())
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toInstant()
              .toString());
    } catch (DateTimeException e) {
      throw new WrongValue(
          "Datetime has wrong format. Use one of these formats instead:"
              + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
    }
  }

  private JsonNode json(Field field, JsonNode sent) {
    if (sent.isNull() && field.nullable()) {
      return sent;
    }
    if (field.is("object") && !sent.isObject()) {
      throw new WrongValue("JSON data must be in object form. Example: {\"foo\": 123}");
    }
    if (field.name().equals("object_types")) {
      for (var type : sent) {
        if (!models.has(type.asText())) {
          throw new WrongValue("Invalid content type: " + type.asText());
        }
      }
      return sorted(sent);
    }
    return sent;
  }

  private static JsonNode sorted(JsonNode texts) {
    var all = new ArrayList<String>();
    texts.forEach(text -> all.add(text.asText()));
    var sorted = JSON.arrayNode();
    all.stream().sorted().forEach(sorted::add);
    return sorted;
  }

  /** The names of kinds in Python, which some messages hold. */
  static String python(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "str";
      case NUMBER -> value.isIntegralNumber() ? "int" : "float";
      case BOOLEAN -> "bool";
      case OBJECT -> "dict";
      case ARRAY -> "list";
      default -> "NoneType";
    };
  }

  static JsonNode none() {
    return JSON.nullNode();
  }
}
