package direttore.store.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.PersonName;
import direttore.domain.access.Secret;
import direttore.domain.access.TeamName;
import direttore.domain.calendar.CalendarFeed;
import direttore.domain.calendar.FeedName;
import direttore.domain.calendar.FeedScope;
import direttore.store.access.PgAccessFixture;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgCalendarFeedsTest extends PgAccessFixture {
  private static final FeedName NAME = new FeedName("My labs");
  private static final FeedScope RED = new FeedScope.OfTeam(new TeamName("red"));
  private PgCalendarFeeds feeds;
  private UUID ana;

  @BeforeEach
  void someone() {
    feeds = new PgCalendarFeeds(database, UUID::randomUUID);
    ana = add("ana").id();
  }

  @Test
  void areFoundByTheirSecret() {
    var secret = Secret.fresh("");

    var made = feeds.make(ana, RED, NAME, secret, NOW);

    assertThat(made.scope()).isEqualTo(RED);
    assertThat(feeds.find(secret)).contains(made);
    assertThat(feeds.find(Secret.fresh(""))).isEmpty();
    feeds.used(made.id(), NOW.plusSeconds(60));
    assertThat(feeds.find(secret).map(CalendarFeed::lastUsed)).contains(NOW.plusSeconds(60));
  }

  @Test
  void areListedAndRevokedByTheirOwner() {
    var ben = add("ben").id();
    var secret = Secret.fresh("");
    var first = feeds.make(ana, new FeedScope.Mine(), NAME, secret, NOW);
    var second = feeds.make(ana, new FeedScope.All(), NAME, Secret.fresh(""), NOW.plusSeconds(1));
    feeds.make(ben, new FeedScope.All(), NAME, Secret.fresh(""), NOW);

    assertThat(feeds.of(ana)).containsExactly(second, first);
    assertThat(feeds.revoke(ben, first.id())).isFalse();
    assertThat(feeds.revoke(ana, first.id())).isTrue();
    assertThat(feeds.find(secret)).isEmpty();
    assertThat(feeds.of(ana)).containsExactly(second);
  }

  @Test
  void areNotWithoutBound() {
    for (var i = 0; i < 50; i++) {
      feeds.make(ana, RED, NAME, Secret.fresh(""), NOW);
    }

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> feeds.make(ana, RED, NAME, Secret.fresh(""), NOW))
        .withMessageContaining("50 feeds");
  }

  @Test
  void goWithTheirOwner() {
    var secret = Secret.fresh("");
    feeds.make(ana, RED, NAME, secret, NOW);

    people.delete(new PersonName("ana"));

    assertThat(feeds.find(secret)).isEmpty();
  }
}
