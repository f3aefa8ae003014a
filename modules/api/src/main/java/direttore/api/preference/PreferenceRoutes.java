package direttore.api.preference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.MailAddress;
import direttore.domain.preference.PeoplePreferences;
import direttore.domain.preference.Preferences;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What whoever asks prefers: {@code /api/me/preferences}. */
public final class PreferenceRoutes {
  private static final String PATH = "/api/me/preferences";

  private final PeoplePreferences preferences;
  private final ZoneId zone;
  private final Locale locale;
  private final boolean mails;

  /**
   * @param zone of the lab
   * @param locale of the lab
   * @param mails whether any mail is sent from here
   */
  public PreferenceRoutes(
      PeoplePreferences preferences, ZoneId zone, Locale locale, boolean mails) {
    this.preferences = preferences;
    this.zone = zone;
    this.locale = locale;
    this.mails = mails;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, RequiredRight.ANY, this::show),
        Route.patch(PATH, RequiredRight.ANY, "preferences.change", this::change));
  }

  /**
   * What somebody prefers, and what holds where they prefer nothing.
   *
   * @param mails whether they want mail
   * @param mailSent whether any mail is sent from here
   */
  record PreferencesView(
      @Nullable String timeZone,
      @Nullable String locale,
      @Nullable String mail,
      boolean mails,
      String labTimeZone,
      String labLocale,
      boolean mailSent) {}

  private PreferencesView view(Preferences of) {
    var preferred = of.zone();
    var language = of.locale();
    var mail = of.mail();
    return new PreferencesView(
        preferred == null ? null : preferred.getId(),
        language == null ? null : language.toLanguageTag(),
        mail == null ? null : mail.value(),
        of.mails(),
        zone.getId(),
        locale.toLanguageTag(),
        mails);
  }

  private void show(ServerRequest req, ServerResponse res) {
    var person = AuditedRequest.of(req).actor().person();
    Answer.json(req, res, view(person.map(preferences::of).orElse(Preferences.NONE)));
  }

  private void change(ServerRequest req, ServerResponse res) {
    var person = person(req);
    var body = Body.object(req);
    var fields = Fields.of(body);
    var before = preferences.of(person);
    var after = changed(before, body, fields);
    fields.refuseUnknown();
    fields.refuseIfAny();
    preferences.set(person, after);
    AuditedRequest.of(req).about("person/" + AuditedRequest.of(req).actor().name());
    AuditedRequest.of(req).changed(view(before), view(after));
    Answer.json(req, res, view(after));
  }

  /** What is sent as null is as it is for the lab again; what is not sent stays. */
  private static Preferences changed(Preferences before, ObjectNode body, Fields fields) {
    var zone = fields.made("time_zone", fields.text("time_zone"), Preferences::zoneNamed);
    var locale = fields.made("locale", fields.text("locale"), Preferences::localeTagged);
    var mail = fields.made("mail", fields.text("mail"), MailAddress::new);
    var mails = fields.flag("mails");
    return new Preferences(
        body.has("time_zone") ? zone : before.zone(),
        body.has("locale") ? locale : before.locale(),
        body.has("mail") ? mail : before.mail(),
        Objects.requireNonNullElse(mails, before.mails()));
  }

  private static UUID person(ServerRequest req) {
    return AuditedRequest.of(req)
        .actor()
        .person()
        .orElseThrow(() -> new Refusal.WrongState("nobody signs in here (AUTH_MODE=none)", null));
  }
}
