package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refused booking is offered instead can be booked, with the guests that it brings. */
final class OfferedOverHttpTest {
  private static final Pattern OFFER =
      Pattern.compile(
          "\\{\"start_dt\":\"([^\"]+)\",\"end_dt\":\"([^\"]+)\",\"proxmox_node\":\"([^\"]+)\"");
  private static final String COPIED =
      "\"clone_from\":9000,\"full\":false,\"cores\":1,\"memory\":512";
  private static final String SHARED =
      "\"clone_from\":9001,\"full\":false,\"cores\":1,\"memory\":512";
  private static final String BLANK =
      "\"cores\":1,\"memory\":512,\"disk\":\"1G\",\"storage\":\"local-lvm\"";

  @TempDir static Path folder;
  private static ServedProgram program;

  @BeforeAll
  static void start() {
    program = ServedProgram.open(folder);
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static HttpResponse<String> send(String method, String path, String json)
      throws IOException {
    return program.send(null, method, path, json);
  }

  private static String guests(String from, String to, String node, String request) {
    return """
    {"title":"class","start_dt":"%s","end_dt":"%s",
     "guests":[{"kind":"vm","name":"pc-{n}","count":2,"node":"%s","request":{%s}}]}
    """
        .formatted(from, to, node, request);
  }

  /** Refused on the first node on some day; answers where it was offered, after booking each. */
  private static List<String> offered(String day, String request) throws IOException {
    var from = day + "T09:00:00Z";
    var to = day + "T11:00:00Z";
    var whole =
        "{\"title\":\"exam\",\"proxmox_node\":\"pve1\",\"start_dt\":\"%s\",\"end_dt\":\"%s\"}";
    assertThat(send("POST", "/api/reservations", whole.formatted(from, to)).statusCode())
        .isEqualTo(201);
    var refused = send("POST", "/api/reservations", guests(from, to, "pve1", request));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    var nodes = new ArrayList<String>();
    var offer = OFFER.matcher(refused.body());
    while (offer.find()) {
      nodes.add(offer.group(3));
      var again = guests(offer.group(1), offer.group(2), offer.group(3), request);
      var booked = send("POST", "/api/reservations", again);
      assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
      var path = booked.headers().firstValue("Location").orElseThrow();
      assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    }
    assertThat(nodes).as(refused.body()).hasSizeGreaterThanOrEqualTo(3);
    return nodes;
  }

  @Test
  void whatIsCopiedFromLocalStorageStaysOnItsNode() throws IOException {
    assertThat(offered("2027-03-01", COPIED)).containsOnly("pve1");
  }

  @Test
  void whatIsCopiedFromSharedStorageMayGoElsewhere() throws IOException {
    assertThat(offered("2027-03-08", SHARED)).contains("pve1", "pve2");
  }

  @Test
  void whatIsMadeNewMayGoWhereItsStorageIs() throws IOException {
    assertThat(offered("2027-03-15", BLANK)).contains("pve1", "pve2");
  }
}
