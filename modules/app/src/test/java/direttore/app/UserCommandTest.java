package direttore.app;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.app.settings.Settings;
import direttore.app.wiring.AccessParts;
import direttore.domain.access.Actor;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Client;
import direttore.domain.access.Grant;
import direttore.domain.access.People.Identity;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.store.Database;
import direttore.store.access.PgSessions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** People from the command line, and what the audit keeps of it. */
final class UserCommandTest {
  private static final String ISSUER = "https://sso.lab.example";
  private static final PersonName BEN = new PersonName("ben");
  private static final String PASSWORD = "nine grey geese fly";
  @TempDir static Path parent;
  private static MigratedDatabase migrated;
  private static Database database;
  @TempDir Path folder;
  private AccessParts parts;

  @BeforeAll
  static void open() {
    migrated = MigratedDatabase.in(parent.resolve("data"));
    database = migrated.database();
  }

  @AfterAll
  static void close() {
    migrated.close();
  }

  @BeforeEach
  void begin() {
    database.client().execute().dml("TRUNCATE person CASCADE");
    parts = parts(ISSUER);
    parts.people().add(BEN, "Ben Blue", List.of(Grant.everywhere(Role.USER)), Set.of());
  }

  private AccessParts parts(String issuer) {
    var settings =
        Settings.read(
            folder,
            Map.of("OIDC_ISSUER", issuer, "OIDC_CLIENT_ID", "d", "OIDC_ROLES", "students=user"),
            Map.of());
    return new AccessParts(database, settings.access(), Clock.systemUTC());
  }

  /** Its exit code and what it printed. */
  private String user(String... words) {
    return user(parts, words);
  }

  private static String user(AccessParts parts, String... words) {
    var printed = new StringWriter();
    var writer = new PrintWriter(printed, true);
    var command =
        new CommandLine(new UserCommand(lifetime -> parts, () -> PASSWORD))
            .setOut(writer)
            .setErr(writer)
            .setExecutionExceptionHandler((failure, line, parsed) -> {
              line.getErr().println(failure.getMessage());
              return 2;
            });
    return command.execute(words) + " " + printed.toString().strip();
  }

  private AuditEntry lastEntry(String action) {
    return parts
        .audit()
        .page(new Audit.Filter(null, action, null, null, null, null), Long.MAX_VALUE, 1)
        .getFirst();
  }

  private List<String> subjects() {
    return parts.people().identity(BEN).stream().map(Identity::subject).toList();
  }

  @Test
  void somebodyIsConnectedOnceAndNotGivenToAnotherUnasked() {
    assertThat(user("connect", "ben", "s-1"))
        .isEqualTo("0 ben can sign in at the provider as subject s-1.");
    assertThat(user("connect", "ben", "s-1")).as("again").startsWith("0 ");

    assertThat(user("connect", "ben", "s-2"))
        .isEqualTo(
            "2 ben (Ben Blue) is subject s-1 of https://sso.lab.example until now; whoever is"
                + " subject s-2 of https://sso.lab.example would get their account. --replace does"
                + " it");

    assertThat(subjects()).containsExactly("s-1");
    assertThat(lastEntry("person.connect"))
        .satisfies(entry -> {
          assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
          assertThat(entry.detail()).contains("s-1", "s-2");
        });
  }

  @Test
  void whoIsReplacedIsKeptInTheAudit() {
    user("connect", "ben", "s-1");

    assertThat(user("connect", "ben", "s-2", "--replace"))
        .isEqualTo(
            "0 ben can sign in at the provider as subject s-2, no longer as subject s-1 of"
                + " https://sso.lab.example.");

    assertThat(subjects()).containsExactly("s-2");
    assertThat(parts.people().find(ISSUER, "s-1")).isEmpty();
    assertThat(lastEntry("person.connect").detail())
        .isEqualTo(
            "subject s-2 of https://sso.lab.example instead of subject s-1 of"
                + " https://sso.lab.example");
  }

  @Test
  void aSubjectIsOneAccountsAlone() {
    user("connect", "ben", "s-1");
    user("add", "cleo");

    assertThat(user("connect", "cleo", "s-1", "--replace"))
        .isEqualTo(
            "2 subject s-1 of https://sso.lab.example is ben here, and cleo cannot be as well:"
                + " disconnect ben first");
    assertThat(subjects()).containsExactly("s-1");
  }

  @Test
  void whoIsDisconnectedIsKeptInTheAuditAndTheirSessionsEnd() {
    user("connect", "ben", "s-1");
    var session = session();

    assertThat(user("disconnect", "ben")).startsWith("0 ben can no longer sign in at the provider");

    assertThat(subjects()).isEmpty();
    assertThat(lastEntry("person.disconnect").detail())
        .isEqualTo("subject s-1 of https://sso.lab.example");
    assertThat(sessions().find(session)).isEmpty();
    assertThat(user("disconnect", "nobody")).startsWith("2 ").contains("nobody");
  }

  @Test
  void oneCommandMovesEverybodyToTheProvidersNewAddress() {
    user("add", "cleo");
    user("connect", "ben", "s-1");
    user("connect", "cleo", "s-2");
    var moved = parts("https://id.lab.example");

    assertThat(user(moved, "move-issuer", ISSUER))
        .isEqualTo("0 2 people are known by https://id.lab.example now.");

    assertThat(moved.people().find("https://id.lab.example", "s-1").orElseThrow().name())
        .isEqualTo(BEN);
    assertThat(moved.people().find("https://id.lab.example", "s-2")).isPresent();
    assertThat(lastEntry("person.move-issuer").detail())
        .isEqualTo("2 from https://sso.lab.example to https://id.lab.example");
    assertThat(user(moved, "move-issuer", ISSUER)).startsWith("0 0 people");
  }

  @Test
  void aNewPasswordEndsSessionsAndApiTokens() {
    var session = session();
    var token = token();

    assertThat(user("passwd", "ben"))
        .isEqualTo("0 The password of ben is set; their sessions and API tokens have ended.");

    assertThat(sessions().find(session)).isEmpty();
    assertThat(parts.tokens().find(token)).isEmpty();
    assertThat(
            parts
                .signIn()
                .byPassword("ben", PASSWORD, Client.COMMAND_LINE)
                .authentication()
                .actor())
        .extracting(Actor::name)
        .isEqualTo("ben");
  }

  @Test
  void whoIsDeletedIsGoneWithAllTheyCameInWith() {
    var session = session();
    var token = token();

    assertThat(user("delete", "ben"))
        .isEqualTo("0 ben is deleted; what they did keeps their name, which nobody gets again.");

    assertThat(parts.people().find(BEN)).isEmpty();
    assertThat(sessions().find(session)).isEmpty();
    assertThat(parts.tokens().find(token)).isEmpty();
    assertThat(lastEntry("person.delete").before()).contains("ben");
    assertThat(user("add", "ben")).startsWith("2 ");
    assertThat(user("delete", "ben")).startsWith("2 ");
  }

  private PgSessions sessions() {
    return new PgSessions(database, UUID::randomUUID);
  }

  private Secret session() {
    var secret = Secret.fresh("");
    var now = Instant.now();
    sessions().open(parts.person(BEN).id(), secret, Client.COMMAND_LINE, now, now.plusSeconds(600));
    return secret;
  }

  @Test
  void aTokenIsMadeByTheRulesOfTheApi() {
    var name = "2 TOKEN must have 1 to 100 characters";

    assertThat(user("token", "ben", "   ")).isEqualTo(name);
    assertThat(user("token", "ben", "x".repeat(5000))).isEqualTo(name);
    assertThat(user("token", "ben", "two\nlines"))
        .isEqualTo("2 TOKEN must be on one line, without control characters");
    assertThat(user("token", "ben", "ci", "--days", "367")).isEqualTo("2 days must be 1 to 366");
    assertThat(user("token", "ben", "ci", "--role", "admin"))
        .isEqualTo("2 role must be no more than user, the role of ben");

    assertThat(parts.tokens().of(parts.person(BEN).id())).isEmpty();
    assertThat(lastEntry("token.make").outcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
  }

  @Test
  void somebodyIsCalledWhatFitsInAList() {
    assertThat(user("add", "dee", "--display", "x".repeat(101)))
        .isEqualTo("2 display must have 1 to 100 characters");
    assertThat(user("add", "dee", "--display", " Dee ")).startsWith("0 ");
    assertThat(parts.person(new PersonName("dee")).display()).isEqualTo("Dee");
  }

  private Secret token() {
    return new Secret(user("token", "ben", "ci").replaceFirst("^0 ", ""));
  }
}
