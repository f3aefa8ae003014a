package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.CredentialCheck;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.SessionRules;
import direttore.domain.access.Sessions;
import direttore.domain.access.TokenName;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions, links and tokens. */
class PgSignInTest extends PgAccessFixture {
  @Test
  void aLinkWorksOnceAndInItsTime() {
    var ana = add("ana");
    var links = new PgLinks(database);
    var late = Secret.fresh("");
    links.keep(ana.id(), late, NOW.plusSeconds(60));
    assertThat(links.use(late, NOW.plusSeconds(60))).isEmpty();

    var good = Secret.fresh("");
    links.keep(ana.id(), good, NOW.plusSeconds(60));

    assertThat(links.use(late, NOW)).isEmpty();
    assertThat(links.use(good, NOW)).contains(ana.id());
    assertThat(links.use(good, NOW)).isEmpty();
  }

  @Test
  void sessionsAreKnownByTheirSecretOnly() {
    var ana = add("ana");
    var ben = add("ben");
    var sessions = new PgSessions(database, UUID::randomUUID);
    var secret = Secret.fresh("");
    var session = sessions.open(ana.id(), secret, CLIENT, NOW, NOW.plusSeconds(60));
    var other = sessions.open(ana.id(), Secret.fresh(""), CLIENT, NOW, NOW.plusSeconds(60));

    assertThat(sessions.find(secret)).contains(session);
    assertThat(sessions.find(Secret.fresh(""))).isEmpty();
    assertThat(sessions.end(ben.id(), session.id())).isFalse();
    sessions.endOthers(ana.id(), session.id());
    assertThat(sessions.of(ana.id(), NOW)).containsExactly(session).doesNotContain(other);
    sessions.sweep(NOW.plusSeconds(61));
    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void whoOnlyReadsIsLetInWhileTheDatabaseTakesNoChanges() {
    var ana = add("ana");
    var sessions = new PgSessions(database, UUID::randomUUID);
    var tokens = new PgApiTokens(database, UUID::randomUUID);
    var session = Secret.fresh("");
    var token = Secret.fresh("");
    sessions.open(ana.id(), session, CLIENT, NOW, NOW.plusSeconds(3600));
    tokens.make(ana.id(), new TokenName("laptop"), Role.VIEWER, token, NOW, NOW.plusSeconds(3600));
    var credentials =
        new CredentialCheck(
            people,
            sessions,
            tokens,
            SessionRules.USUAL,
            Clock.fixed(NOW.plusSeconds(600), ZoneOffset.UTC));
    database
        .client()
        .execute()
        .dml(
            """
            CREATE FUNCTION read_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              RAISE EXCEPTION 'read-only' USING ERRCODE = '25006';
            END $$;
            CREATE TRIGGER read_only BEFORE UPDATE ON session EXECUTE FUNCTION read_only();
            CREATE TRIGGER read_only BEFORE UPDATE ON api_token EXECUTE FUNCTION read_only()
            """);

    assertThat(credentials.bySession(session).actor().name()).isEqualTo("ana");
    assertThat(credentials.byToken(token, "127.0.0.1").actor().name()).isEqualTo("ana");
  }

  @Test
  void whereSomebodyCameFromOutlastsTheSession() {
    var ana = add("ana");
    add("ben");
    var sessions = new PgSessions(database, UUID::randomUUID);
    var session = sessions.open(ana.id(), Secret.fresh(""), CLIENT, NOW, NOW.plusSeconds(60));
    sessions.open(ana.id(), Secret.fresh(""), CLIENT, NOW.plusSeconds(1), NOW.plusSeconds(60));

    sessions.end(ana.id(), session.id());
    sessions.sweep(NOW.plus(Sessions.MEMORY));

    assertThat(sessions.of(ana.id(), NOW)).isEmpty();
    assertThat(sessions.cameFrom(ana.name(), CLIENT.address())).isTrue();
    assertThat(sessions.cameFrom(ana.name(), "192.0.2.8")).isFalse();
    assertThat(sessions.cameFrom(new PersonName("ben"), CLIENT.address())).isFalse();
    assertThat(sessions.cameFrom(new PersonName("nobody"), CLIENT.address())).isFalse();
    sessions.sweep(NOW.plus(Sessions.MEMORY).plusSeconds(2));
    assertThat(sessions.cameFrom(ana.name(), CLIENT.address())).isFalse();
  }

  @Test
  void tokensAreKeptAndRevoked() {
    var ana = add("ana");
    var tokens = new PgApiTokens(database, UUID::randomUUID);
    var secret = Secret.fresh("dtr_");

    var token =
        tokens.make(ana.id(), new TokenName("ci"), Role.VIEWER, secret, NOW, NOW.plusSeconds(60));

    assertThat(tokens.find(secret)).contains(token);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() ->
            tokens.make(
                ana.id(),
                new TokenName("ci"),
                Role.USER,
                Secret.fresh("dtr_"),
                NOW,
                NOW.plusSeconds(9)));
    tokens.used(token.id(), "192.0.2.9", NOW);
    assertThat(tokens.of(ana.id()).getFirst().lastAddress()).isEqualTo("192.0.2.9");
    assertThat(tokens.revoke(UUID.randomUUID(), token.id())).isFalse();
    assertThat(tokens.revoke(ana.id(), token.id())).isTrue();
    assertThat(tokens.find(secret)).isEmpty();
  }

  @Test
  void noSecretIsInTheDatabase() throws Exception {
    var ana = add("ana");
    var cookie = Secret.fresh("");
    var token = Secret.fresh("dtr_");
    var link = Secret.fresh("");
    new PgSessions(database, UUID::randomUUID)
        .open(ana.id(), cookie, CLIENT, NOW, NOW.plus(Duration.ofDays(1)));
    new PgApiTokens(database, UUID::randomUUID)
        .make(ana.id(), new TokenName("ci"), Role.VIEWER, token, NOW, NOW.plus(Duration.ofDays(1)));
    new PgLinks(database).keep(ana.id(), link, NOW.plus(Duration.ofDays(1)));

    var all = new StringBuilder();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var table : List.of("person", "session", "api_token", "sign_in_link")) {
        try (var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (rows.next()) {
            all.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    assertThat(all.toString())
        .contains("ana")
        .doesNotContain(cookie.text())
        .doesNotContain(token.text())
        .doesNotContain(link.text());
  }
}
