package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.Marks.Mark;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long after its start a reservation began. */
class LateStartTest extends CheckInLab {
  private @Nullable Duration lateBy(long id) {
    return new PgMarks(database).of(List.of(id)).getOrDefault(id, Mark.NONE).lateBy();
  }

  /** One of two hours that shall have begun so many seconds ago, and was booked an hour before. */
  private long since(int seconds) {
    var id = reservations.book(node(fromNow(10, 2 * HOUR)), BY).id();
    earlier(id, seconds + 10);
    database
        .client()
        .execute()
        .dml("UPDATE reservation SET created_at = lower(during) - interval '1 hour'");
    return id;
  }

  @Test
  void whatBeganLateSaysByHowMuchAlsoWhenItIsOver() {
    var id = since(7 * MINUTE);
    assertThat(lateBy(id)).isNull();

    ring();

    assertThat(lateBy(id)).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(9));
    reservations.giveBack(id, null);
    assertThat(lateBy(id)).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(9));
  }

  @Test
  void aFewSecondsAreNotLate() {
    var id = since(5);

    ring();

    assertThat(lateBy(id)).isNull();
  }

  @Test
  void whatWasMissedOrBookedAfterItsStartDidNotBeginLate() {
    var missed = since(3 * HOUR);
    ring();
    var booked = since(7 * MINUTE);
    database
        .client()
        .execute()
        .dml("UPDATE reservation SET created_at = now() WHERE id = " + booked);

    ring();

    assertThat(lateBy(missed)).isNull();
    assertThat(lateBy(booked)).isNull();
  }
}
