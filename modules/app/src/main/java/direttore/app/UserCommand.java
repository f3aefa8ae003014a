package direttore.app;

import direttore.api.access.PersonText;
import direttore.app.settings.Settings;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Client;
import direttore.domain.access.Grant;
import direttore.domain.access.People.Identity;
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
        door -> {
          var person =
              door.people()
                  .add(
                      new PersonName(name),
                      display == null ? name : display,
                      List.of(Grant.everywhere(Role.parse(role))),
                      Set.of());
          return new Said(link(door, person));
        });
  }

  @Command(description = "Prints a new one-time sign-in link for somebody, good for two days")
  void link(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    run("person.invite", name, door -> new Said(link(door, person(door, name))));
  }

  @Command(description = "Sets somebody's password, read from the terminal or standard input")
  void passwd(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    var password = password();
    run(
        "password.set",
        name,
        door -> {
          door.signIn().setPassword(new PersonName(name), password);
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
        door -> {
          var grants =
              on == null || on.isEmpty()
                  ? List.of(Grant.everywhere(Role.parse(role)))
                  : on.entrySet().stream()
                      .map(e -> new Grant(Role.parse(role), Scope.of(e.getKey(), e.getValue())))
                      .toList();
          var person = door.people().change(new PersonName(name), PersonChange.grants(grants));
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
        door -> {
          door.people().change(new PersonName(name), PersonChange.disabled(!undo));
          return new Said("%s is %s.".formatted(name, undo ? "enabled" : "disabled"));
        });
  }

  @Command(description = "Deletes somebody for good; refused while they have guests")
  void delete(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    run(
        "person.delete",
        name,
        door -> {
          door.people().delete(person(door, name).name());
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
    run("person.connect", name, door -> connected(door, new PersonName(name), subject, replace));
  }

  private static Said connected(FrontDoor door, PersonName name, String subject, boolean replace) {
    var person = person(door, name.value());
    var wanted = new Identity(door.issuer(), subject);
    var before = door.people().identity(name).filter(old -> !old.equals(wanted)).orElse(null);
    if (before != null && !replace) {
      throw new Refusal.WrongState(
          "%s (%s) is %s until now; whoever is %s would get their account. --replace does it"
              .formatted(name, person.display(), text(before), text(wanted)),
          null);
    }
    var other = door.people().find(wanted.issuer(), subject).filter(p -> !p.name().equals(name));
    if (other.isPresent()) {
      throw new Refusal.WrongState(
          "%s is %s here, and %s cannot be as well: disconnect %s first"
              .formatted(text(wanted), other.get().name(), name, other.get().name()),
          null);
    }
    door.people().connect(name, wanted);
    var instead = before == null ? "" : ", no longer as " + text(before);
    return new Said(
        "%s can sign in at the provider as subject %s%s.".formatted(name, subject, instead),
        text(wanted) + (before == null ? "" : " instead of " + text(before)));
  }

  private static String text(Identity identity) {
    return "subject %s of %s".formatted(identity.subject(), identity.issuer());
  }

  @Command(description = "Lets somebody no longer sign in at the OpenID provider")
  void disconnect(
      @Parameters(paramLabel = "NAME", description = "Who: the name of an account") String name) {
    run(
        "person.disconnect",
        name,
        door -> {
          var before = door.people().identity(person(door, name).name());
          door.people().disconnect(new PersonName(name));
          return new Said(
              "%s can no longer sign in at the provider; their sessions have ended."
                  .formatted(name),
              before.map(UserCommand::text).orElse("was not connected"));
        });
  }

  @Command(
      name = "move-issuer",
      description = "Keeps everybody's account when the provider got another address (OIDC_ISSUER)")
  void moveIssuer(
      @Parameters(paramLabel = "OLD", description = "OIDC_ISSUER as it was") String old) {
    run(
        "person.move-issuer",
        "*",
        door -> {
          var moved = door.people().move(old, door.issuer());
          return new Said(
              "%d people are known by %s now.".formatted(moved, door.issuer()),
              "%d from %s to %s".formatted(moved, old, door.issuer()));
        });
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
          return new Said(secret.text());
        });
  }

  /**
   * What a command did.
   *
   * @param line for whoever typed it
   * @param detail what the audit shall have beside the person as they were and are
   */
  private record Said(String line, String detail) {
    Said(String line) {
      this(line, "");
    }
  }

  private static void run(String action, String name, Function<FrontDoor, Said> act) {
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
                    said.detail()));
        System.out.println(said.line());
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
