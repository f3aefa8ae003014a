package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import io.helidon.config.spi.ConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The places that settings come from, merged in rising order; unknown names are refused. */
final class SettingSources {
  private static final String YAML_FILE = "application.yaml";

  private final Path folder;
  private final Map<Setting, Given.Text> texts = new EnumMap<>(Setting.class);

  private SettingSources(Path folder) {
    this.folder = folder;
  }

  static Given builtIn() {
    return new Given(new SettingSources(Path.of("")).withBuiltIn().texts);
  }

  /** {@code folder} holds application.yaml and .env; {@code options} come from the command line. */
  static Given read(Path folder, Map<String, String> environment, Map<Setting, String> options) {
    var sources = new SettingSources(folder).withBuiltIn();
    sources.take(YAML_FILE, sources.yamlFile());
    sources.take(".env", sources.dotEnvFile());
    sources.take("environment", EnvironmentNames.ours(environment));
    options.forEach(
        (setting, value) -> sources.texts.put(setting, new Given.Text(value, "command line")));
    return new Given(sources.texts);
  }

  private SettingSources withBuiltIn() {
    try (var text = SettingSources.class.getResourceAsStream(YAML_FILE)) {
      take("built in", flat(ConfigSources.create(text, MediaTypes.APPLICATION_X_YAML)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private Map<String, String> yamlFile() {
    var file = folder.resolve(YAML_FILE);
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return flat(ConfigSources.file(file).build());
    } catch (ConfigException e) {
      throw new WrongSetting(
          "application.yaml cannot be read: it must be a YAML mapping (%s)."
              .formatted(firstLine(e)));
    }
  }

  private static String firstLine(Throwable failure) {
    var deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }

  private Map<String, String> dotEnvFile() {
    var file = folder.resolve(".env");
    try {
      return Files.exists(file) ? DotEnv.parse(Files.readAllLines(file)) : Map.of();
    } catch (IOException e) {
      throw new WrongSetting(".env cannot be read: it must be a text file in UTF-8.");
    }
  }

  /** The leaves of a YAML tree under environment names; each item of a list ends its line. */
  private static Map<String, String> flat(ConfigSource source) {
    var config =
        Config.builder(() -> source)
            .disableEnvironmentVariablesSource()
            .disableSystemPropertiesSource()
            .disableKeyResolving()
            .disableValueResolving()
            .disableCaching()
            .build();
    var leaves = new TreeMap<String, String>();
    config.traverse().filter(Config::isLeaf).forEach(leaf -> put(leaves, leaf));
    return leaves;
  }

  private static void put(Map<String, String> leaves, Config leaf) {
    var key = leaf.key().toString().replaceFirst("\\.\\d+$", "");
    var name = key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    var text = leaf.asString().orElse("");
    var item = !key.equals(leaf.key().toString());
    leaves.merge(name, item ? text + "\n" : text, String::concat);
  }

  private void take(String origin, Map<String, String> entries) {
    var named = new LinkedHashMap<Setting, String>();
    entries.forEach((name, value) -> {
      var setting = declared(name, origin);
      if (named.put(setting, resolved(setting, name, value)) != null) {
        throw new WrongSetting(
            "%s and %s_FILE are both set (%s): set one of them."
                .formatted(setting, setting, origin));
      }
    });
    named.forEach((setting, value) -> {
      if (!value.isBlank()) {
        texts.put(setting, new Given.Text(value, origin));
      }
    });
  }

  private static Setting declared(String name, String origin) {
    return Setting.named(name)
        .or(() -> fromFile(name))
        .orElseThrow(() -> new WrongSetting(unknown(name, origin)));
  }

  private static String unknown(String name, String origin) {
    var meant =
        NearestSetting.of(name)
            .map(known -> "%s is probably meant; see".formatted(known))
            .orElse("see");
    return "%s (%s) is not a setting of Direttore: %s 'direttore settings' for all of them."
        .formatted(name, origin, meant);
  }

  private static Optional<Setting> fromFile(String name) {
    return name.endsWith("_FILE")
        ? Setting.named(name.substring(0, name.length() - 5)).filter(Setting::isSecret)
        : Optional.empty();
  }

  private String resolved(Setting setting, String name, String value) {
    if (name.equals(setting.name()) || value.isBlank()) {
      return value;
    }
    try {
      return Files.readString(folder.resolve(value.strip())).stripTrailing();
    } catch (IOException e) {
      throw new WrongSetting(
          "%s is '%s' but must be a readable file that holds %s."
              .formatted(name, value, setting.name()));
    }
  }
}
