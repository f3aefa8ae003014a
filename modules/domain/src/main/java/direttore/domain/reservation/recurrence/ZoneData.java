package direttore.domain.reservation.recurrence;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;

/** What is known of the clocks of the world; governments change it. */
public interface ZoneData {
  /** Its release, such as {@code 2026a}. */
  String version();

  ZoneRules rules(ZoneId zone);

  /** What this JVM brings along. */
  static ZoneData ofJvm() {
    var version = ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    return new ZoneData() {
      @Override
      public String version() {
        return version;
      }

      @Override
      public ZoneRules rules(ZoneId zone) {
        return zone.getRules();
      }
    };
  }
}
