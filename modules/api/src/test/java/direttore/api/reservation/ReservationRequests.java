package direttore.api.reservation;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Three people who speak HTTP about reservations. */
abstract class ReservationRequests {
  static final String MORNING =
      """
      {"title":"BGP lesson","proxmox_node":"pve1",
       "start_dt":"2027-03-01T09:00:00","end_dt":"2027-03-01T12:00:00"%s}
      """;

  final TestApi api = TestApi.guarded();
  final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));
  final Person bob = api.access.person("bob", Grant.everywhere(Role.USER));
  final Person olga = api.access.person("olga", Grant.everywhere(Role.OPERATOR));

  @AfterEach
  void stop() {
    api.close();
  }

  Answer send(Person person, String method, String path, String body, String... more) {
    var headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("Authorization", "Bearer " + api.access.token(person, Role.ADMIN)));
    return api.client().sendJson(method, path, body, headers.toArray(String[]::new));
  }

  Answer get(Person person, String path) {
    return send(person, "GET", path, "");
  }

  Answer book(Person person, String more) {
    return send(person, "POST", "/api/reservations/", MORNING.formatted(more));
  }
}
