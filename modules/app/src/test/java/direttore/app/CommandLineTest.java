package direttore.app;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.app.start.ProcessRole;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
  static Stream<CommandLine> commands() {
    return with(DirettoreCommand.commandLine());
  }

  private static Stream<CommandLine> with(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream()
            .filter(c -> !c.getCommandSpec().usageMessage().hidden())
            .flatMap(CommandLineTest::with));
  }

  @Test
  void knowsARoleThatStandsAloneWithoutReadingTheLine() {
    assertThat(DirettoreCommand.roleAlone()).contains(ProcessRole.SERVE);
    assertThat(ProcessRole.values())
        .allSatisfy(role -> assertThat(DirettoreCommand.roleAlone(role.word())).contains(role));
    assertThat(DirettoreCommand.roleAlone("worker", "--help")).isEmpty();
    assertThat(DirettoreCommand.roleAlone("settings")).isEmpty();
    assertThat(DirettoreCommand.roleAlone("")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfAndItsOptions(CommandLine command) {
    var spec = command.getCommandSpec();

    assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
    assertThat(spec.findOption("--help")).as(spec.qualifiedName() + " --help").isNotNull();
    assertThat(spec.options())
        .allSatisfy(option ->
            assertThat(String.join(" ", option.description()))
                .as(spec.qualifiedName() + " " + option.longestName())
                .contains(" "));
    assertThat(spec.positionalParameters())
        .allSatisfy(p -> assertThat(p.description()).as(p.paramLabel()).isNotEmpty());
  }
}
