package direttore.app;

import direttore.api.access.PersonText;
import direttore.app.settings.Settings;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Client;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.Secret;
import direttore.domain.access.SignIn;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code direttore user}: people from the command line of the machine that has the data folder. */
@Command(
    name = "user",
    description = "Adds people and says what they may do; works while Direttore runs, too.",
    mixinStandardHelpOptions = true)
final class UserCommand {
  private static final int MOST_DAYS = 366;

  @Command(description = "Adds somebody and prints the one-time link that they sign in with")
  void add(
      @Parameters(paramLabel = "NAME") String name,
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
        door -> {
          var person =
              door.people()
                  .add(
                      new PersonName(name),
                      display == null ? name : display,
                      List.of(Grant.everywhere(Role.parse(role))),
                      Set.of());
          return link(door, person);
        });
  }

  @Command(description = "Prints a new one-time sign-in link for somebody, good for two days")
  void link(@Parameters(paramLabel = "NAME") String name) {
    run("person.invite", name, door -> link(door, person(door, name)));
  }

  @Command(description = "Sets somebody's password, read from the terminal or standard input")
  void passwd(@Parameters(paramLabel = "NAME") String name) {
    var password = password();
    run(
        "password.set",
        name,
        door -> {
          door.signIn().setPassword(new PersonName(name), password);
          return "The password of %s is set; their sessions have ended.".formatted(name);
        });
  }

  @Command(description = "Says what somebody may do; replaces what they were given before")
  void role(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ROLE", description = "viewer, user, operator or admin") String role,
      @Option(
              names = "--on",
              paramLabel = "KIND=VALUE",
              description = "Only on node=NAME, tag=NAME or team=NAME")
          Map<String, String> on) {
    run(
        "person.change",
        name,
        door -> {
          var grants =
              on == null || on.isEmpty()
                  ? List.of(Grant.everywhere(Role.parse(role)))
                  : on.entrySet().stream()
                      .map(e -> new Grant(Role.parse(role), Scope.of(e.getKey(), e.getValue())))
                      .toList();
          var person = door.people().change(new PersonName(name), PersonChange.grants(grants));
          return "%s %s."
              .formatted(
                  name, String.join("; ", person.grants().stream().map(Grant::sentence).toList()));
        });
  }

  @Command(description = "Keeps somebody out; with --undo lets them in again")
  void disable(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--undo", description = "Let them in again") boolean undo) {
    run(
        "person.change",
        name,
        door -> {
          door.people().change(new PersonName(name), PersonChange.disabled(!undo));
          return "%s is %s.".formatted(name, undo ? "enabled" : "disabled");
        });
  }

  @Command(description = "Lets somebody sign in at the OpenID provider as well")
  void connect(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(
              paramLabel = "SUBJECT",
              description = "Who the provider says they are; the audit of a refused sign-in has it")
          String subject) {
    run(
        "person.connect",
        name,
        "subject " + subject,
        door -> {
          door.connect(new PersonName(name), subject);
          return "%s can sign in at the provider.".formatted(name);
        });
  }

  @Command(description = "Makes an API token of somebody's and prints it, for the only time")
  void token(
      @Parameters(paramLabel = "NAME") String name,
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
        door -> {
          if (days < 1 || days > MOST_DAYS) {
            throw new Refusal.Invalid("days", "must be 1 to %d".formatted(MOST_DAYS));
          }
          var person = person(door, name);
          var own = person.actor(Actor.Via.COMMAND_LINE).role();
          var wished = role == null ? own : Role.parse(role);
          if (!own.covers(wished)) {
            throw new Refusal.Invalid("role", "must be no more than their own, " + own.wire());
          }
          var secret = Secret.fresh("dtr_");
          var now = Clock.systemUTC().instant();
          door.tokens()
              .make(person.id(), token, wished, secret, now, now.plus(Duration.ofDays(days)));
          return secret.text();
        });
  }

  private static void run(String action, String name, Function<FrontDoor, String> act) {
    run(action, name, "", act);
  }

  /**
   * @param detail what the audit shall have beside the person as they were and are
   */
  private static void run(
      String action, String name, String detail, Function<FrontDoor, String> act) {
    var settings = Settings.read(Path.of(""), System.getenv(), Map.of());
    try (var lifetime = new Lifetime()) {
      var door = Direttore.frontDoor(settings, lifetime);
      var before = text(door, name);
      try {
        var said = act.apply(door);
        var after = text(door, name);
        var changed = !Objects.equals(before, after);
        door.audit()
            .write(
                entry(
                    action,
                    name,
                    changed ? before : null,
                    changed ? after : null,
                    AuditEntry.Outcome.DONE,
                    detail));
        System.out.println(said);
      } catch (Refusal e) {
        var why = String.valueOf(e.getMessage());
        door.audit().write(entry(action, name, null, null, AuditEntry.Outcome.REFUSED, why));
        throw new WrongSetting(why);
      }
    }
  }

  private static @Nullable String text(FrontDoor door, String name) {
    try {
      return door.people().find(new PersonName(name)).map(PersonText::of).orElse(null);
    } catch (Refusal.Invalid e) {
      // Nobody has such a name; what was asked for says so.
      return null;
    }
  }

  private static AuditEntry entry(
      String action,
      String name,
      @Nullable String before,
      @Nullable String after,
      AuditEntry.Outcome outcome,
      String detail) {
    return new AuditEntry(
        0,
        Clock.systemUTC().instant(),
        System.getProperty("user.name", ""),
        Actor.Via.COMMAND_LINE,
        Client.COMMAND_LINE.address(),
        action,
        "person/" + name,
        before,
        after,
        "command-" + UUID.randomUUID(),
        outcome,
        detail);
  }

  private static Person person(FrontDoor door, String name) {
    return door.people()
        .find(new PersonName(name))
        .orElseThrow(() -> new Refusal.NotFound("person", name));
  }

  private static String link(FrontDoor door, Person person) {
    return "/welcome#" + door.signIn().invite(person, SignIn.INVITATION).secret().text();
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
