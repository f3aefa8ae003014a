package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was given for each setting and where, read as the type that its concern needs. */
final class Given {
  /** A text and the place that it came from, such as {@code .env}. */
  record Text(String value, String origin) {}

  private final Map<Setting, Text> texts;

  Given(Map<Setting, Text> texts) {
    this.texts = new EnumMap<>(Setting.class);
    this.texts.putAll(texts);
  }

  boolean has(Setting setting) {
    return texts.containsKey(setting);
  }

  Optional<String> text(Setting setting) {
    return Optional.ofNullable(texts.get(setting)).map(text -> text.value().strip());
  }

  /** Not stripped: a secret is what it is. */
  Optional<String> secret(Setting setting) {
    return Optional.ofNullable(texts.get(setting)).map(Text::value);
  }

  /** The text of a setting that the built-in settings give a value. */
  String required(Setting setting) {
    return text(setting).orElseThrow(() -> new WrongSetting(setting + " must be set."));
  }

  int integer(Setting setting, int least, int most) {
    try {
      var number = Integer.parseInt(required(setting));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw wrong(setting, wholeNumber(least, most));
    }
    throw wrong(setting, wholeNumber(least, most));
  }

  private static String wholeNumber(int least, int most) {
    return "a whole number from %d to %d".formatted(least, most);
  }

  long number(Setting setting) {
    try {
      return Long.parseLong(required(setting));
    } catch (NumberFormatException notANumber) {
      throw wrong(setting, "a whole number");
    }
  }

  int port(Setting setting) {
    return integer(setting, 0, 65535);
  }

  boolean flag(Setting setting) {
    return switch (required(setting).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw wrong(setting, "true or false");
    };
  }

  /** The parts of a list whose parts are separated by commas or spaces. */
  List<String> list(Setting setting) {
    return Arrays.stream(text(setting).orElse("").split("[,\\s]+"))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** The items of a list in YAML, whatever they hold; else the parts between commas. */
  List<String> items(Setting setting) {
    var text = secret(setting).orElse("");
    return Arrays.stream(text.split(text.contains("\n") ? "\n" : ","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** A file that is there and can be read. */
  Path file(Setting setting) {
    return parsed(setting, "a readable file", Given::readable);
  }

  private static Optional<Path> readable(String text) {
    try {
      return Optional.of(Path.of(text))
          .filter(file -> Files.isRegularFile(file) && Files.isReadable(file));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What {@code parse} makes of the text; empty from it means that the text is wrong. */
  <T> T parsed(Setting setting, String expected, Function<String, Optional<T>> parse) {
    return parse.apply(required(setting)).orElseThrow(() -> wrong(setting, expected));
  }

  /**
   * The refusal that names the setting, its value unless secret, its origin and the expectation.
   */
  WrongSetting wrong(Setting setting, String expected) {
    var text = texts.get(setting);
    if (text == null) {
      return new WrongSetting("%s must be %s.".formatted(setting, expected));
    }
    var value =
        setting.isSecret()
            ? "a value"
            : "'" + text.value().stripTrailing().replace("\n", ", ") + "'";
    return new WrongSetting(
        "%s is %s (%s) but must be %s.".formatted(setting, value, text.origin(), expected));
  }
}
