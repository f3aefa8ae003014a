package direttore.app.settings;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The table of all settings in Markdown, as the README shows it, made from their declarations. */
public final class SettingsTable {
  private SettingsTable() {}

  /** One line per setting, each ending in a line feed. */
  public static String markdown() {
    var builtIn = SettingSources.builtIn();
    return Arrays.stream(Setting.values())
        .map(setting -> line(setting, builtIn))
        .collect(Collectors.joining("", "| Setting | Default | Meaning |\n|---|---|---|\n", ""));
  }

  private static String line(Setting setting, Given builtIn) {
    var name = "`" + setting + "`" + (setting.isSecret() ? ", `" + setting + "_FILE`" : "");
    var standard = builtIn.text(setting).map(text -> "`" + text + "`").orElse("");
    return "| %s | %s | %s |\n".formatted(name, standard, setting.meaning());
  }
}
