package direttore.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What many requests came to: of each how long it took, in nanoseconds, a letter, and more of it.
 */
record Answers(List<String> lines) {
  static final String INSERTED = "I";
  static final String BOOKED = "B";
  static final String REFUSED = "R";
  static final String TURNED_AWAY = "O";
  static final String FAILED = "F";

  /**
   * A decision itself, beside the answer: without waiting for the turn and what is free instead.
   */
  static final String DECIDED_BOOKED = "DB";

  static final String DECIDED_REFUSED = "DR";

  static Answers read(List<Path> files) throws IOException {
    var all = new ArrayList<String>();
    for (var file : files) {
      all.addAll(Files.readAllLines(file));
    }
    return new Answers(all);
  }

  /** How long those took that came to one of these. */
  Figures took(String... letters) {
    var wanted = Set.of(letters);
    return new Figures(
        lines.stream()
            .map(line -> line.split(" "))
            .filter(words -> wanted.contains(words[1]))
            .mapToLong(words -> Long.parseLong(words[0]))
            .toArray());
  }

  long count(String letter) {
    return lines.stream().filter(line -> line.split(" ", -1)[1].equals(letter)).count();
  }

  /** The reservations that somebody was told they have. */
  Set<Long> booked() {
    return lines.stream()
        .map(line -> line.split(" "))
        .filter(words -> words[1].equals(BOOKED))
        .map(words -> Long.parseLong(words[2]))
        .collect(Collectors.toSet());
  }
}
