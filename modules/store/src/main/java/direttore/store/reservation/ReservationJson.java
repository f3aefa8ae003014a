package direttore.store.reservation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import direttore.domain.guest.Birth;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Series;
import direttore.store.json.Form;
import direttore.store.json.Scalar;
import java.time.LocalDateTime;
import java.util.List;

/** How parts of reservations stand in jsonb columns. */
final class ReservationJson {
  private static final JsonMapper MAPPER = Form.mapper(values()).build();
  private static final Form<List<RequestForm>> REQUESTS = Form.of(MAPPER, new TypeReference<>() {});
  private static final Form<List<GuestsForm>> GUESTS = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<Birth> BIRTH = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<List<AddressPools.Pool>> POOLS = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<List<ClaimForm>> CLAIMS = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<List<LocalDateTime>> MOMENTS = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<List<Series.Skipped>> SKIPPED = Form.of(MAPPER, new TypeReference<>() {});

  private ReservationJson() {}

  static String requests(List<ClaimRequest> requests) {
    return REQUESTS.write(requests.stream().map(RequestForm::of).toList());
  }

  static List<ClaimRequest> requests(String json) {
    return REQUESTS.read(json).stream().map(RequestForm::request).toList();
  }

  static String guests(List<GuestsWanted> guests) {
    return GUESTS.write(guests.stream().map(GuestsForm::of).toList());
  }

  static List<GuestsWanted> guests(String json) {
    return GUESTS.read(json).stream().map(GuestsForm::wanted).toList();
  }

  private static SimpleModule values() {
    var module = new SimpleModule();
    Scalar.text(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse).addTo(module);
    return module;
  }
}
