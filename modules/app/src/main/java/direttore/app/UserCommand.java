package direttore.app;

import direttore.app.AuditedCommand.Said;
import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.wiring.AccessParts;
import direttore.app.wiring.Direttore;
import direttore.domain.Violations;
import direttore.domain.access.Actor;
import direttore.domain.access.DisplayName;
import direttore.domain.access.Grant;
import direttore.domain.access.NewToken;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.SignIn;
import direttore.domain.access.TokenIssuer;
import direttore.domain.access.TokenName;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code direttore user}: people from the command line of the machine that has the data folder. */
@Command(
    name = "user",
    description = "Adds people and says what they may do; works while Direttore runs, too.",
    mixinStandardHelpOptions = true)
final class UserCommand {
  private final Function<Lifetime, AccessParts> doors;
  private final Supplier<String> passwords;
  private final Clock clock = Clock.systemUTC();
  @Spec private @Nullable CommandSpec spec;

  UserCommand() {
    this(
        lifetime ->
            Direttore.accessParts(Settings.read(Path.of(""), System.getenv(), Map.of()), lifetime),
        UserCommand::password);
  }

  /**
   * @param doors opens the people that are meant, for as long as the command takes
   * @param passwords asks for a new password
   */
  UserCommand(Function<Lifetime, AccessParts> doors, Supplier<String> passwords) {
    this.doors = doors;
    this.passwords = passwords;
  }

  @Command(description = "Adds somebody and prints the one-time link that they sign in with")
  void add(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name,
      @Option(names = "--display", paramLabel = "TEXT", description = "Their name for people")
          @Nullable String display,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "user",
              description = "viewer, user, operator or admin (default: ${DEFAULT-VALUE})")
          String role) {
    run(
        "person.add",
        name,
        parts -> {
          var person =
              parts
                  .people()
                  .add(
                      new PersonName(name),
                      new DisplayName(display == null ? name : display).value(),
                      List.of(Grant.everywhere(Role.parse(role))),
                      Set.of());
          return new Said(link(parts, person));
        });
  }

  @Command(description = "Prints a new one-time sign-in link for somebody, good for two days")
  void link(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    run("person.invite", name, parts -> new Said(link(parts, parts.person(new PersonName(name)))));
  }

  @Command(description = "Sets somebody's password, read from the terminal or standard input")
  void passwd(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    var password = passwords.get();
    run(
        "password.set",
        name,
        parts -> {
          parts.signIn().setPassword(new PersonName(name), password);
          return new Said(
              "The password of %s is set; their sessions and API tokens have ended."
                  .formatted(name));
        });
  }

  @Command(description = "Says what somebody may do; replaces what they were given before")
  void role(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name,
      @Parameters(paramLabel = "ROLE", description = "viewer, user, operator or admin") String role,
      @Option(
              names = "--on",
              paramLabel = "KIND=VALUE",
              description = "Only on node=NAME, tag=NAME or team=NAME")
          Map<String, String> on) {
    run(
        "person.change",
        name,
        parts -> {
          var grants =
              on == null || on.isEmpty()
                  ? List.of(Grant.everywhere(Role.parse(role)))
                  : on.entrySet().stream()
                      .map(e -> new Grant(Role.parse(role), Scope.of(e.getKey(), e.getValue())))
                      .toList();
          var person = parts.people().change(new PersonName(name), PersonChange.grants(grants));
          return new Said(
              "%s %s."
                  .formatted(
                      name,
                      String.join("; ", person.grants().stream().map(Grant::sentence).toList())));
        });
  }

  @Command(description = "Keeps somebody out; with --undo lets them in again")
  void disable(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name,
      @Option(names = "--undo", description = "Let them in again") boolean undo) {
    run(
        "person.change",
        name,
        parts -> {
          parts.people().change(new PersonName(name), PersonChange.disabled(!undo));
          return new Said("%s is %s.".formatted(name, undo ? "enabled" : "disabled"));
        });
  }

  @Command(description = "Deletes somebody for good; refused while they have guests")
  void delete(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    run(
        "person.delete",
        name,
        parts -> {
          parts.people().delete(parts.person(new PersonName(name)).name());
          return new Said(
              "%s is deleted; what they did keeps their name, which nobody gets again."
                  .formatted(name));
        });
  }

  @Command(description = "Lets somebody sign in at the OpenID provider as well")
  void connect(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name,
      @Parameters(
              paramLabel = "SUBJECT",
              description = "Who the provider says they are; the audit of a refused sign-in has it")
          String subject,
      @Option(
              names = "--replace",
              description = "Also where they are somebody else at the provider until now")
          boolean replace) {
    run(
        "person.connect",
        name,
        parts -> ProviderAccounts.connect(parts, new PersonName(name), subject, replace));
  }

  @Command(description = "Lets somebody no longer sign in at the OpenID provider")
  void disconnect(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    run(
        "person.disconnect",
        name,
        parts -> ProviderAccounts.disconnect(parts, new PersonName(name)));
  }

  @Command(
      name = "move-issuer",
      description = "Keeps everybody's account when the provider got another address (OIDC_ISSUER)")
  void moveIssuer(
      @Parameters(paramLabel = "OLD", description = "OIDC_ISSUER as it was") String old) {
    run("person.move-issuer", "*", parts -> ProviderAccounts.move(parts, old));
  }

  @Command(description = "Makes an API token of somebody's and prints it, for the only time")
  void token(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name,
      @Parameters(paramLabel = "TOKEN", description = "What the token is called") String token,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              description = "The most that it may be used for (default: their own role)")
          @Nullable String role,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "30",
              description = "For how long it is good (default: ${DEFAULT-VALUE})")
          int days) {
    run(
        "token.make",
        name,
        parts -> {
          var owner = parts.person(new PersonName(name)).actor(Actor.Via.COMMAND_LINE);
          var cap = role == null ? owner.role() : Role.parse(role);
          var wanted = new NewToken(owner, tokenName(token), cap, days);
          var issued = new TokenIssuer(parts.tokens(), clock).issue(wanted);
          return new Said(issued.secret().text());
        });
  }

  /** NAME is whose the token is: what is wrong with TOKEN must not be said of that. */
  private static TokenName tokenName(String token) {
    var wrong = new Violations();
    var name = wrong.at("TOKEN", () -> new TokenName(token));
    wrong.refuseIfAny();
    return Objects.requireNonNull(name);
  }

  private void run(String action, String name, Function<AccessParts, Said> act) {
    try (var lifetime = new Lifetime()) {
      var line = new AuditedCommand(doors.apply(lifetime), clock).run(action, name, act);
      Objects.requireNonNull(spec).commandLine().getOut().println(line);
    }
  }

  private static String link(AccessParts parts, Person person) {
    return "/welcome#" + parts.signIn().invite(person, SignIn.INVITATION).secret().text();
  }

  private static String password() {
    var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      return new String(terminal.get().readPassword("New password: "));
    }
    try {
      var line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
