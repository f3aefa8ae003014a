package direttore.acceptance.bench;

import direttore.store.DatabaseAddress;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two processes that are told to do the same at the same time. */
final class ApiProcesses implements AutoCloseable {
  private static final int COUNT = 2;
  private final Path folder;
  private final int writers;
  private final List<One> all;

  private record One(Process process, BufferedReader answers, BufferedWriter orders) {}

  /**
   * What they did.
   *
   * @param cpu of both, in nanoseconds
   */
  record Done(Answers answers, long cpu) {}

  /**
   * Starts them.
   *
   * @param folder where they leave what they tell
   * @param writers how many write at once, both together
   */
  ApiProcesses(Path folder, int writers, DatabaseAddress address, Instant morning)
      throws IOException {
    this.folder = folder;
    this.writers = writers / COUNT;
    this.all = new ArrayList<>();
    for (var i = 0; i < COUNT; i++) {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  // As the program's.
                  "-XX:+UseG1GC",
                  "-XX:+UseCompactObjectHeaders",
                  "-Xms24m",
                  "-Xmx192m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ApiProcess.class.getName(),
                  address.url(),
                  address.user(),
                  address.password(),
                  Long.toString(morning.getEpochSecond()))
              .redirectError(folder.resolve("process-%d.log".formatted(i)).toFile())
              .start();
      all.add(
          new One(
              process,
              process.inputReader(StandardCharsets.UTF_8),
              process.outputWriter(StandardCharsets.UTF_8)));
    }
  }

  Done insert(Duration time, int together) throws IOException {
    return write("insert", time, together);
  }

  /** What so many come to who write at once, both together. */
  Done decide(Duration time, int together) throws IOException {
    return write("decide", time, together);
  }

  private Done write(String what, Duration time, int together) throws IOException {
    var files = IntStream.range(0, COUNT).mapToObj(i -> folder.resolve("answers-" + i)).toList();
    begin(what, time, together / COUNT, files, 0);
    return end(files);
  }

  /** What one writer does alone, who waits for nobody. */
  Answers alone(String what, Duration time) throws IOException {
    var file = folder.resolve("answers-alone");
    order(0, "%s 1 %d %s 0".formatted(what, time.toMillis(), file));
    answer(0);
    return Answers.read(List.of(file));
  }

  /**
   * Has them decide, without waiting for the end.
   *
   * @param later so many days after the first morning
   */
  List<Path> beginDeciding(Duration time, int later) throws IOException {
    var files = IntStream.range(0, COUNT).mapToObj(i -> folder.resolve("killed-" + i)).toList();
    begin("decide", time, writers, files, later);
    return files;
  }

  private void begin(String what, Duration time, int each, List<Path> files, int later)
      throws IOException {
    for (var i = 0; i < COUNT; i++) {
      order(i, "%s %d %d %s %d".formatted(what, each, time.toMillis(), files.get(i), later));
    }
  }

  Done end(List<Path> files) throws IOException {
    var cpu = 0L;
    for (var i = 0; i < COUNT; i++) {
      cpu += Long.parseLong(answer(i));
    }
    return new Done(Answers.read(files), cpu);
  }

  /** How many of all have been told that they have it. */
  int equal(Instant from, String device) throws IOException {
    for (var i = 0; i < COUNT; i++) {
      order(i, "equal %d %d %s".formatted(writers, from.getEpochSecond(), device));
    }
    var booked = 0;
    for (var i = 0; i < COUNT; i++) {
      booked += Integer.parseInt(answer(i));
    }
    return booked;
  }

  private void order(int which, String line) throws IOException {
    var orders = all.get(which).orders();
    orders.write(line);
    orders.newLine();
    orders.flush();
  }

  private String answer(int which) throws IOException {
    var line = all.get(which).answers().readLine();
    if (line == null) {
      throw new IOException("a process ended: see %s".formatted(folder));
    }
    return line;
  }

  /** Their process ids. */
  Stream<Long> pids() {
    return all.stream().map(one -> one.process().pid());
  }

  @Override
  public void close() {
    all.forEach(one -> one.process().destroy());
  }
}
