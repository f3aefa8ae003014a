package direttore.store.preference;

import direttore.domain.access.MailAddress;
import direttore.domain.preference.PeoplePreferences;
import direttore.domain.preference.Preferences;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people prefer, in PostgreSQL. */
public final class PgPreferences implements PeoplePreferences {
  private final DbClient db;

  public PgPreferences(Database database) {
    this.db = database.client();
  }

  @Override
  public Preferences of(UUID person) {
    return db.execute()
        .createGet("SELECT time_zone, locale, mail, mails FROM preference WHERE person = :person")
        .addParam("person", person)
        .execute()
        .map(row -> read(new Row(row)))
        .orElse(Preferences.NONE);
  }

  @Override
  public void set(UUID person, Preferences preferences) {
    var zone = preferences.zone();
    var locale = preferences.locale();
    var mail = preferences.mail();
    db.execute()
        .createInsert(
            """
            INSERT INTO preference (person, time_zone, locale, mail, mails)
            VALUES (:person, :zone, :locale, :mail, :mails)
                ON CONFLICT (person) DO UPDATE
               SET time_zone = EXCLUDED.time_zone, locale = EXCLUDED.locale, mail = EXCLUDED.mail,
                   mails = EXCLUDED.mails
            """)
        .addParam("person", person)
        .addParam("zone", zone == null ? null : zone.getId())
        .addParam("locale", locale == null ? null : locale.toLanguageTag())
        .addParam("mail", mail == null ? null : mail.value())
        .addParam("mails", preferences.mails())
        .execute();
  }

  /** Those of a row with the columns {@code time_zone, locale, mail, mails}. */
  public static Preferences read(Row row) {
    return new Preferences(
        zone(row.textOrNull("time_zone")),
        locale(row.textOrNull("locale")),
        mail(row.textOrNull("mail")),
        row.flag("mails"));
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    return name == null ? null : ZoneId.of(name);
  }

  private static @Nullable Locale locale(@Nullable String tag) {
    return tag == null ? null : Locale.forLanguageTag(tag);
  }

  private static @Nullable MailAddress mail(@Nullable String address) {
    return address == null ? null : new MailAddress(address);
  }
}
