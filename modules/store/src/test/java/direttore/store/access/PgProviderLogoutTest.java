package direttore.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Client;
import direttore.domain.access.Grant;
import direttore.domain.access.People.Identity;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderLogout;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.store.Database;
import direttore.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that end because they ended at the provider. */
class PgProviderLogoutTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(600);
  private static final String ISSUER = "https://uni.example";
  private static final Client CLIENT = new Client("192.0.2.7", "test");
  private Database database;
  private PgSessions sessions;
  private Person ben;
  private Person ana;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    sessions = new PgSessions(database, UUID::randomUUID);
    ben = person("ben");
    ana = person("ana");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Person person(String name) {
    var people = new PgPeople(database, Clock.fixed(NOW, ZoneOffset.UTC), UUID::randomUUID);
    people.add(new PersonName(name), name, List.of(Grant.everywhere(Role.USER)), Set.of());
    return people.connect(new PersonName(name), new Identity(ISSUER, "subject of " + name));
  }

  private Secret vouched(Person person, @Nullable String there) {
    var secret = Secret.fresh("");
    sessions.openVouched(person.id(), secret, CLIENT, NOW, NOW.plusSeconds(60), there);
    return secret;
  }

  private Secret byPassword(Person person) {
    var secret = Secret.fresh("");
    sessions.open(person.id(), secret, CLIENT, NOW, NOW.plusSeconds(60));
    return secret;
  }

  private boolean lives(Secret secret) {
    return sessions.find(secret).isPresent();
  }

  private Optional<Set<UUID>> ended(
      String id, String issuer, @Nullable String subject, @Nullable String session) {
    return sessions.end(new ProviderLogout(id, issuer, subject, session, UNTIL), NOW);
  }

  @Test
  void aSessionThereEndsThoseThatGoWithIt() {
    var one = vouched(ben, "s1");
    var same = vouched(ben, "s1");
    var other = vouched(ben, "s2");
    var another = vouched(ana, "s3");
    var local = byPassword(ben);

    assertThat(ended("1", ISSUER, null, "s1")).contains(Set.of(ben.id()));

    assertThat(lives(one) || lives(same)).isFalse();
    assertThat(lives(other) && lives(another) && lives(local)).isTrue();
  }

  @Test
  void aPersonThereEndsAllThatTheProviderVouchedFor() {
    var one = vouched(ben, "s1");
    var silent = vouched(ben, null);
    var local = byPassword(ben);
    var another = vouched(ana, "s3");

    assertThat(ended("1", ISSUER, "subject of ben", null)).contains(Set.of(ben.id()));

    assertThat(lives(one) || lives(silent)).isFalse();
    assertThat(lives(local) && lives(another)).isTrue();
  }

  @Test
  void oneOfWhichItIsNotKnownEndsWithAnyOfItsPersons() {
    var silent = vouched(ben, null);
    var other = vouched(ben, "s2");
    var another = vouched(ana, null);

    assertThat(ended("1", ISSUER, "subject of ben", "s1")).contains(Set.of(ben.id()));

    assertThat(lives(silent)).isFalse();
    assertThat(lives(other) && lives(another)).isTrue();
  }

  @Test
  void nobodyEndsTheSessionsOfAnother() {
    var ofAna = vouched(ana, "s3");

    assertThat(ended("1", ISSUER, "subject of ben", "s3")).contains(Set.of());
    assertThat(ended("2", "https://other.example", null, "s3")).contains(Set.of());
    assertThat(ended("3", ISSUER, "nobody", null)).contains(Set.of());
    assertThat(lives(ofAna)).isTrue();
  }

  @Test
  void noWordWorksTwiceUntilItCountsNoMore() {
    ended("1", ISSUER, "subject of ben", null);
    var again = vouched(ben, "s2");

    assertThat(ended("1", ISSUER, "subject of ben", null)).isEmpty();
    assertThat(lives(again)).isTrue();
    // Of another server it is another word.
    assertThat(ended("1", "https://other.example", "subject of ben", null)).contains(Set.of());
    assertThat(
            sessions.end(new ProviderLogout("2", ISSUER, "x", null, UNTIL), UNTIL.plusSeconds(1)))
        .isPresent();
    assertThat(
            database
                .client()
                .execute()
                .get("SELECT count(*) AS n FROM provider_logout")
                .orElseThrow()
                .column("n")
                .getLong())
        .isEqualTo(1);
  }

  @Test
  void whichSessionThereItGoesWithIsKept() {
    assertThat(sessions.find(vouched(ben, "s1")).orElseThrow().there()).isEqualTo("s1");
    assertThat(sessions.find(byPassword(ben)).orElseThrow().there()).isNull();
    sessions.endThere(ben.id(), "s1");
    assertThat(sessions.of(ben.id(), NOW)).hasSize(1);
  }
}
