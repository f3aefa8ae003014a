package direttore.calendar.feed;

import static direttore.calendar.feed.SampleFeed.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import direttore.domain.reservation.recurrence.LocalWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The feed as programs of others read it, with zoneinfo as the judge of when things take place.
 * CALENDAR_READERS names their folder, which .ci/run makes: a Python environment with what
 * src/test/python/requirements.txt lists, and the packages of src/test/node/package.json; without
 * it this is skipped.
 */
class IndependentReadersTest {
  private static final Path SOURCES = Path.of("src/test").toAbsolutePath();
  private static final long LONGEST_MINUTES = 10;

  private final String readers = System.getenv().getOrDefault("CALENDAR_READERS", "");
  @TempDir Path folder;

  @BeforeEach
  void needReaders() {
    assumeFalse(readers.isEmpty(), "CALENDAR_READERS is to name the folder of the readers");
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text);
  }

  @Test
  void readWhatTakesPlace() throws Exception {
    add("sample", sample());
    add("split", split());
    add("texts", texts());
    for (var zone : List.of("Europe/Rome", "America/New_York", "Australia/Lord_Howe")) {
      add("daily-" + name(zone), daily(zone));
    }
    for (var zone : List.of("Africa/Casablanca", "America/Vancouver", "America/Nuuk")) {
      add("daily-" + name(zone), daily(zone));
    }

    var python = run("bin/python", SOURCES.resolve("python/readers.py"), folder);
    var node = run("node", SOURCES.resolve("node/readers.mjs"), Path.of(readers), folder);

    assertThat(python).contains("feeds, 0 differences");
    assertThat(node).contains("feeds, 0 differences");
  }

  @Test
  void readTheClocksOfAllZones() throws Exception {
    var zones = new TreeMap<String, Map<Long, Integer>>();
    for (var id : ZoneId.getAvailableZoneIds()) {
      if (id.contains("/") && !id.startsWith("SystemV/")) {
        var until = Instant.parse("2029-12-31T00:00:00Z");
        Files.writeString(
            folder.resolve(name(id) + ".vtimezone"),
            Folding.of(new ZoneBlock(ZoneId.of(id), 2027, until).lines()));
        zones.put(id, offsets(ZoneId.of(id)));
      }
    }
    Files.writeString(folder.resolve("zones.json"), json(zones));

    var told =
        run("bin/python", SOURCES.resolve("python/zones.py"), folder, "2027-01-01", "2029-12-30");

    assertThat(told).contains("zones are equal");
  }

  /** Three zones, weekly with one left out, one moved and one called off. */
  private static SampleFeed sample() {
    var sample = new SampleFeed();
    for (var zone : List.of("Europe/Rome", "America/New_York", "Australia/Lord_Howe")) {
      sample
          .series(
              "weekly-" + name(zone),
              "Weekly in " + zone,
              "FREQ=WEEKLY;COUNT=12",
              window("2027-03-01T09:00", "2027-03-01T11:00", zone),
              Set.of(time("2027-03-15T09:00")),
              Map.of(
                  time("2027-03-22T09:00"), window("2027-03-23T14:00", "2027-03-23T16:30", zone)),
              Set.of(time("2027-04-05T09:00")))
          .series(
              "days-" + name(zone),
              "Every second week in " + zone,
              "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU;UNTIL=20270630",
              window("2027-03-03T18:00", "2027-03-03T19:30", zone))
          .single(
              "single-" + name(zone),
              "Once in " + zone,
              window("2027-07-01T09:00", "2027-07-01T11:00", zone))
          .cancelled(
              "off-" + name(zone),
              "Not in " + zone,
              window("2027-07-02T09:00", "2027-07-02T11:00", zone));
    }
    return sample;
  }

  /** Edited from a date on: what goes on has a date that was moved and one that was called off. */
  private static SampleFeed split() {
    var sample = new SampleFeed();
    for (var zone : List.of("Europe/Rome", "America/New_York", "Australia/Lord_Howe")) {
      var first = "first-" + name(zone);
      sample
          .series(
              first,
              "Until then in " + zone,
              "FREQ=WEEKLY;COUNT=5",
              window("2027-03-01T09:00", "2027-03-01T11:00", zone),
              Set.of(),
              Map.of(
                  time("2027-03-08T09:00"), window("2027-03-09T15:00", "2027-03-09T16:00", zone)),
              Set.of(time("2027-03-15T09:00")))
          .split(
              first,
              "later-" + name(zone),
              "From then on in " + zone,
              "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=20",
              window("2027-04-06T14:00", "2027-04-06T15:00", zone),
              Set.of(time("2027-04-15T14:00")),
              Map.of(
                  time("2027-04-20T14:00"), window("2027-04-21T08:00", "2027-04-21T09:30", zone)),
              Set.of(time("2027-04-22T14:00")));
    }
    return sample;
  }

  private static SampleFeed texts() {
    var moment = window("2027-07-01T09:00", "2027-07-01T11:00", "Europe/Rome");
    return new SampleFeed()
        .single("t1", "[VM] a, b; c \\ d: \"e\" 'f' <g> & {h} %20", moment)
        .single("t2", "Übung für Ärzte 日本語 𝄞 ".repeat(20).strip(), moment)
        .single("t3", "BEGIN:VEVENT END:VCALENDAR", moment);
  }

  /** Every quarter of a day all year, so that all changes of clocks lie in, before and after. */
  private static SampleFeed daily(String zone) {
    var sample = new SampleFeed();
    for (var begin : List.of("2027-01-15", "2027-07-01")) {
      for (var hour :
          List.of(
              "T00:00/T01:10",
              "T01:30/T02:15",
              "T02:10/T04:20",
              "T22:30/T23:45",
              "T01:45/T03:30")) {
        var times = hour.split("/", -1);
        sample.series(
            "daily-" + begin + times[0].replace(":", ""),
            "From " + begin + hour,
            "FREQ=DAILY;COUNT=160",
            window(begin + times[0], begin + times[1], zone));
      }
      sample.series(
          "night-" + begin,
          "Night from " + begin,
          "FREQ=DAILY;COUNT=160",
          new LocalWindow(
              time(begin + "T23:00"), time(begin + "T05:00").plusDays(1), ZoneId.of(zone)));
    }
    return sample;
  }

  private void add(String name, SampleFeed sample) throws IOException {
    Files.writeString(folder.resolve(name + ".ics"), sample.write());
    var events =
        sample.expected().stream()
            .map(e ->
                "{\"start\":%s,\"end\":%s,\"zone\":%s,\"summary\":%s}"
                    .formatted(
                        quoted(e.start()), quoted(e.end()), quoted(e.zone()), quoted(e.summary())))
            .collect(Collectors.joining(",", "[", "]"));
    var zones =
        sample.expected().stream()
            .map(SampleFeed.Expected::zone)
            .distinct()
            .collect(Collectors.toMap(z -> z, z -> offsets(ZoneId.of(z))));
    Files.writeString(
        folder.resolve(name + ".json"),
        "{\"zones\":%s,\"events\":%s}".formatted(json(zones), events));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String name(String zone) {
    return zone.replace('/', ':');
  }

  /** What this JVM takes for the offset at the 1st and 15th of each month. */
  private static Map<Long, Integer> offsets(ZoneId zone) {
    return Stream.iterate(Instant.parse("2026-12-01T00:00:00Z"), t -> t.plusSeconds(14L * 86_400))
        .limit(85)
        .collect(
            Collectors.toMap(
                Instant::getEpochSecond,
                t -> zone.getRules().getOffset(t).getTotalSeconds(),
                (one, same) -> one,
                TreeMap::new));
  }

  private static String json(Map<String, Map<Long, Integer>> zones) {
    return zones.entrySet().stream()
        .map(z ->
            "%s:{%s}"
                .formatted(
                    quoted(z.getKey()),
                    z.getValue().entrySet().stream()
                        .map(o -> "\"%d\":%d".formatted(o.getKey(), o.getValue()))
                        .collect(Collectors.joining(","))))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** What a reader prints; it must end well. */
  private String run(String tool, Object... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tool.startsWith("bin/") ? Path.of(readers, tool).toString() : tool);
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    var output = Files.createTempFile(folder, "reader", ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // zoneinfo takes the data of its package instead of that of the machine.
    builder.environment().put("PYTHONTZPATH", "");
    var process = builder.start();
    try {
      assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> text(output)).isZero();
    } finally {
      process.destroyForcibly();
    }
    return text(output);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
