package direttore.netbox;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import direttore.domain.inventory.Answer;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceChange;
import direttore.domain.inventory.SourceChange.Action;
import direttore.domain.inventory.SourceObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetBoxListsTest {
  private static final String STAMP = "2026-11-28T21:48:51.123456Z";
  private static final String NEXT = "\"https://netbox.example/api/x/?limit=2&offset=2\"";
  private final StubbedNetBox stubbed = new StubbedNetBox();
  private final List<List<SourceObject>> pages = new ArrayList<>();

  @AfterEach
  void stop() {
    stubbed.close();
  }

  private static String row(long id) {
    return "{\"id\":%d,\"name\":\"n%d\",\"position\":1.0,\"last_updated\":\"%s\"}"
        .formatted(id, id, STAMP);
  }

  private static String page(long count, String next, String... rows) {
    return "{\"count\":%d,\"next\":%s,\"previous\":null,\"results\":[%s]}"
        .formatted(count, next, String.join(",", rows));
  }

  private void sites(String first, String afterTwo) {
    stubbed.server.stubFor(
        stubbed.at("dcim/sites/").withQueryParam("id__gt", absent()).willReturn(okJson(first)));
    stubbed.server.stubFor(
        stubbed
            .at("dcim/sites/")
            .withQueryParam("id__gt", equalTo("2"))
            .willReturn(okJson(afterTwo)));
  }

  private Answer<Long> all() {
    return stubbed.client.all(Kind.SITE, pages::add);
  }

  private String doubt(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?>(var why) ? why.said() : "known";
  }

  @Test
  void readsToTheEndInTheOrderOfIds() {
    sites(page(3, NEXT, row(1), row(2)), page(1, "null", row(7)));

    assertThat(all()).isEqualTo(new Answer.Known<>(3L));

    assertThat(pages).hasSize(2);
    assertThat(pages.getFirst())
        .containsExactly(
            new SourceObject(1, Instant.parse(STAMP), row(1)),
            new SourceObject(2, Instant.parse(STAMP), row(2)));
    stubbed.server.verify(
        getRequestedFor(stubbed.path("dcim/sites/"))
            .withQueryParam("ordering", equalTo("id"))
            .withQueryParam("id__gt", equalTo("2"))
            .withHeader("Authorization", equalTo("Token " + StubbedNetBox.TOKEN))
            .withHeader("Accept", equalTo("application/json")));
  }

  @Test
  void handsOverNothingOfAnEmptyList() {
    sites(page(0, "null"), page(0, "null"));

    assertThat(all()).isEqualTo(new Answer.Known<>(0L));
    assertThat(pages).isEmpty();
  }

  @Test
  void isUnsureWhereAFilterIsIgnored() {
    sites(page(3, NEXT, row(1), row(2)), page(3, "null", row(1), row(2), row(7)));

    assertThat(doubt(all())).contains("is not certain: row 1 comes after row 2");
    assertThat(pages).hasSize(1);
  }

  @Test
  void isUnsureWhereTheCountIsAnotherTwice() {
    sites(page(3, NEXT, row(1), row(2)), page(5, "null", row(7)));

    assertThat(doubt(all())).contains("it counts 5 rows, and shows 1");
  }

  @Test
  void looksAgainWhereSomethingCameBetweenCountAndRows() {
    stubbed.server.stubFor(
        stubbed
            .at("dcim/sites/")
            .inScenario("grows of " + stubbed)
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("grown")
            .willReturn(okJson(page(1, "null", row(1), row(2)))));
    stubbed.server.stubFor(
        stubbed
            .at("dcim/sites/")
            .inScenario("grows of " + stubbed)
            .whenScenarioStateIs("grown")
            .willReturn(okJson(page(2, "null", row(1), row(2)))));

    assertThat(all()).isEqualTo(new Answer.Known<>(2L));
  }

  @Test
  void isUnsureOfWhatIsNoList() {
    stubbed.server.stubFor(stubbed.at("dcim/sites/").willReturn(okJson("{\"hello\":1}")));

    assertThat(doubt(all())).contains("it is not paged as NetBox does");
  }

  @Test
  void takesOnlyTheFieldsThatAreKept() {
    stubbed.server.stubFor(stubbed.at("ipam/ip-addresses/").willReturn(okJson(page(0, "null"))));

    stubbed.client.all(Kind.ADDRESS, pages::add);

    stubbed.server.verify(
        getRequestedFor(stubbed.path("ipam/ip-addresses/"))
            .withQueryParam(
                "fields",
                equalTo(
                    "id,url,display,created,last_updated,address,family,vrf,tenant,status,role,"
                        + "assigned_object_type,assigned_object_id,dns_name,description,tags,"
                        + "custom_fields")));
  }

  @Test
  void asksForWhatChangedAndLooksThatItDid() {
    stubbed.server.stubFor(
        stubbed
            .at("dcim/sites/")
            .withQueryParam("last_updated__gte", equalTo(STAMP))
            .willReturn(okJson(page(1, "null", row(4)))));
    stubbed.server.stubFor(
        stubbed
            .at("dcim/sites/")
            .withQueryParam("last_updated__gte", equalTo("2026-11-29T00:00:00Z"))
            .willReturn(okJson(page(1, "null", row(4)))));

    var since = stubbed.client.since(Kind.SITE, Instant.parse(STAMP), pages::add);
    var ignored =
        stubbed.client.since(Kind.SITE, Instant.parse("2026-11-29T00:00:00Z"), pages::add);

    assertThat(since).isEqualTo(new Answer.Known<>(1L));
    assertThat(doubt(ignored)).contains("it was asked for changes and lists more");
    assertThat(pages).hasSize(1);
  }

  @Test
  void readsIdsAlone() {
    stubbed.server.stubFor(
        stubbed
            .at("dcim/sites/")
            .withQueryParam("fields", equalTo("id"))
            .willReturn(okJson(page(2, "null", "{\"id\":3}", "{\"id\":9}"))));
    var ids = new ArrayList<Long>();

    assertThat(stubbed.client.ids(Kind.SITE, ids::addAll)).isEqualTo(new Answer.Known<>(2L));
    assertThat(ids).containsExactly(3L, 9L);
  }

  @Test
  void readsTheChangeLogFromAnEntryOn() {
    var entry =
        """
        {"id":41,"time":"%s","action":{"value":"delete","label":"Deleted"},
         "changed_object_type":"dcim.device","changed_object_id":17}
        """
            .formatted(STAMP);
    stubbed.server.stubFor(
        stubbed
            .at("core/object-changes/")
            .withQueryParam("id__gt", equalTo("40"))
            .willReturn(okJson(page(1, "null", entry))));
    stubbed.server.stubFor(
        stubbed
            .at("core/object-changes/")
            .withQueryParam("ordering", equalTo("-id"))
            .willReturn(okJson(page(99, NEXT, "{\"id\":99}"))));

    assertThat(stubbed.client.changes(40).orThrow())
        .containsExactly(
            new SourceChange(41, Instant.parse(STAMP), "dcim.device", 17, Action.DELETE));
    assertThat(stubbed.client.newestChange().orThrow()).isEqualTo(99);
  }

  @Test
  void knowsAnEmptyChangeLog() {
    stubbed.server.stubFor(stubbed.at("core/object-changes/").willReturn(okJson(page(0, "null"))));

    assertThat(stubbed.client.newestChange().orThrow()).isZero();
    assertThat(stubbed.client.changes(0).orThrow()).isEmpty();
  }

  @Test
  void letsAFailureOfTheConsumerThrough() {
    sites(page(1, "null", row(1)), page(0, "null"));

    assertThatIllegalStateException()
        .isThrownBy(() ->
            stubbed.client.all(
                Kind.SITE,
                page -> {
                  throw new IllegalStateException("no room");
                }))
        .withMessage("no room");
  }

  @Test
  void readsOneObject() {
    stubbed.server.stubFor(stubbed.at("dcim/sites/4/").willReturn(okJson(row(4))));
    stubbed.server.stubFor(stubbed.at("dcim/sites/5/").willReturn(okJson(row(4))));

    assertThat(stubbed.client.one(Kind.SITE, 4).orThrow().json()).isEqualTo(row(4));
    assertThat(doubt(stubbed.client.one(Kind.SITE, 5))).contains("answers with 4");
  }
}
