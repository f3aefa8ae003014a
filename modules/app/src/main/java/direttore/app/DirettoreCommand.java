package direttore.app;

import direttore.app.settings.Setting;
import direttore.app.settings.Settings;
import direttore.app.settings.SettingsTable;
import direttore.app.start.ProcessRole;
import direttore.app.start.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The command line: one subcommand per role of the program. */
@Command(
    name = "direttore",
    description = "Provisions machines on a Proxmox VE cluster, real or simulated.",
    footer = {"", "Without a command: serve. Settings: direttore settings."},
    subcommands = {UserCommand.class, KeyCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = DirettoreCommand.VersionLine.class)
final class DirettoreCommand implements Runnable {
  /** The command line; every command in it explains itself. */
  static CommandLine commandLine() {
    return explained(new CommandLine(new DirettoreCommand()));
  }

  /** The role whose word is all of the line, or for which nothing is said. */
  static Optional<ProcessRole> roleAlone(String... arguments) {
    var line = arguments.length == 0 ? ProcessRole.SERVE.word() : String.join(" ", arguments);
    return Stream.of(ProcessRole.values()).filter(role -> role.word().equals(line)).findFirst();
  }

  /** Runs a role with the settings of the environment and the file. */
  static void run(ProcessRole role) {
    Foreground.run(role, settings(Map.of()));
  }

  private static CommandLine explained(CommandLine command) {
    command.getSubcommands().values().forEach(DirettoreCommand::explained);
    var spec = command.getCommandSpec();
    if (spec.findOption("--help") == null) {
      // Not by the standard mixin, which would take the places of the method's own arguments.
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help message and exit.")
              .build());
    }
    return command;
  }

  @Override
  public void run() {
    serve();
  }

  @Command(description = "API and worker in one process, with what is not set: PostgreSQL, Proxmox")
  void serve() {
    run(ProcessRole.SERVE);
  }

  @Command(description = "The API alone; needs DATABASE_URL and PROXMOX_HOST")
  void api() {
    run(ProcessRole.API);
  }

  @Command(description = "A worker alone; needs DATABASE_URL and PROXMOX_HOST")
  void worker() {
    run(ProcessRole.WORKER);
  }

  @Command(
      description = "The simulated Proxmox VE cluster alone",
      footer = {"", "An option goes before the setting that it names: see direttore settings."})
  void simulator(
      @Option(
              names = "--port",
              paramLabel = "N",
              description = "Port on loopback; 0 takes any free one (SIMULATOR_PORT)")
          @Nullable String port,
      @Option(
              names = "--nodes",
              paramLabel = "N",
              description = "Nodes of a new cluster, 1 to 32 (SIMULATOR_NODES)")
          @Nullable String nodes,
      @Option(
              names = "--guests",
              paramLabel = "M",
              description =
                  "Guests of a new cluster, 0 to 20000; at least a dozen (SIMULATOR_GUESTS)")
          @Nullable String guests,
      @Option(
              names = "--task-seconds",
              paramLabel = "S",
              description =
                  "Seconds that making a guest takes; other tasks in proportion"
                      + " (SIMULATOR_TASK_SECONDS)")
          @Nullable String taskSeconds,
      @Option(
              names = "--seed",
              paramLabel = "X",
              description = "Same seed, same cluster and figures (SIMULATOR_SEED)")
          @Nullable String seed) {
    var options = new EnumMap<Setting, String>(Setting.class);
    put(options, Setting.SIMULATOR_PORT, port);
    put(options, Setting.SIMULATOR_NODES, nodes);
    put(options, Setting.SIMULATOR_GUESTS, guests);
    put(options, Setting.SIMULATOR_TASK_SECONDS, taskSeconds);
    put(options, Setting.SIMULATOR_SEED, seed);
    Foreground.run(ProcessRole.SIMULATOR, settings(options));
  }

  @Command(name = "settings", description = "Prints the table of all settings")
  void printSettings() {
    System.out.print(SettingsTable.markdown());
  }

  @Command(hidden = true, description = "Lives shortly in a throw-away folder, for the start cache")
  void rehearse() throws IOException {
    Rehearsal.run();
  }

  private static void put(Map<Setting, String> options, Setting setting, @Nullable String value) {
    if (value != null) {
      options.put(setting, value);
    }
  }

  private static Settings settings(Map<Setting, String> options) {
    return Settings.read(Path.of(""), System.getenv(), options);
  }

  /** Answers {@code --version}. */
  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"direttore " + Version.current()};
    }
  }
}
