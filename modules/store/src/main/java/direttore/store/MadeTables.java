package direttore.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables and views that migrations leave, read from their own words: none is forgotten. */
final class MadeTables {
  private static final Pattern STEP =
      Pattern.compile(
          """
          ^(?:CREATE\\s(?:OR\\sREPLACE\\s)?(?:TABLE|VIEW)\\s(?<made>\\w+)
            |DROP\\s(?:TABLE|VIEW)\\s(?<dropped>\\w+)
            |ALTER\\s(?:TABLE|VIEW)\\s(?<old>\\w+)\\s+RENAME\\sTO\\s(?<renamed>\\w+))\
          """,
          Pattern.MULTILINE | Pattern.COMMENTS);

  private MadeTables() {}

  /** After all of the migrations, in the order they are applied. */
  static Set<String> of(List<String> migrations) {
    var tables = new TreeSet<String>();
    for (var migration : migrations) {
      var steps = STEP.matcher(migration);
      while (steps.find()) {
        add(tables, steps.group("made"));
        add(tables, steps.group("renamed"));
        remove(tables, steps.group("dropped"));
        remove(tables, steps.group("old"));
      }
    }
    return tables;
  }

  private static void add(Set<String> tables, @Nullable String table) {
    if (table != null) {
      tables.add(table);
    }
  }

  private static void remove(Set<String> tables, @Nullable String table) {
    if (table != null) {
      tables.remove(table);
    }
  }
}
