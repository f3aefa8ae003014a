package direttore.api.quota;

import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
import direttore.domain.quota.Standing;
import direttore.domain.quota.Use;
import org.jspecify.annotations.Nullable;

/**
 * How a person or a team stands, in answers.
 *
 * @param holder {@code person} or {@code team}
 * @param booked what reservations make for them at the fullest moment
 */
record StandingView(
    String holder, String name, boolean own, QuotaView quota, UseView use, UseView booked) {
  /** Bounds in answers; null for none. */
  record QuotaView(
      @Nullable Long guests, @Nullable Long cores, @Nullable Long memory, @Nullable Long disk) {
    static QuotaView of(Quota quota) {
      return new QuotaView(quota.guests(), quota.cores(), quota.memory(), quota.disk());
    }
  }

  /** What is had, in answers. */
  record UseView(long guests, long cores, long memory, long disk) {
    static UseView of(Use use) {
      return new UseView(use.guests(), use.cores(), use.memory(), use.disk());
    }
  }

  static StandingView of(Standing standing) {
    return new StandingView(
        switch (standing.holder()) {
          case Holder.OfPerson _ -> "person";
          case Holder.OfTeam _ -> "team";
        },
        standing.holder().value(),
        standing.own(),
        QuotaView.of(standing.quota()),
        UseView.of(standing.use()),
        UseView.of(standing.booked()));
  }
}
