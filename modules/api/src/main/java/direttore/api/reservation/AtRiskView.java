package direttore.api.reservation;

import direttore.api.claim.ResourceName;
import direttore.domain.reservation.AtRisk;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * That something of a reservation is out of service, in answers.
 *
 * @param expectedBack when it is expected to be well again, or null
 */
record AtRiskView(ResourceName resource, String why, @Nullable OffsetDateTime expectedBack) {
  static AtRiskView of(AtRisk risk, ZoneId zone) {
    var back = risk.expectedBack();
    return new AtRiskView(
        ResourceName.of(risk.resource()), risk.why(), back == null ? null : Zones.at(back, zone));
  }
}
