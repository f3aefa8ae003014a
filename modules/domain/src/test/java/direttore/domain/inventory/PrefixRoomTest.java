package direttore.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixRoomTest {
  private static final Network NETWORK = Network.parse("10.0.0.0/28");

  private static Prefix prefix(String status, boolean marked, @Nullable Gateway gateway) {
    return new Prefix(
        1,
        NETWORK,
        status,
        null,
        "",
        null,
        null,
        List.of(),
        new CustomFields("{}", Map.of()),
        null,
        false,
        marked,
        Utilization.marked(),
        0,
        0,
        gateway);
  }

  private static IpRange range(String first, String last, String status, String description) {
    var span = new Span(Address.parse(first), Address.parse(last));
    return new IpRange(1, span, status, null, List.of(), description, false, false);
  }

  private static List<String> next(PrefixRoom room) {
    return room.next(20).stream().map(Address::toString).toList();
  }

  @Test
  void givesNeitherGatewayNorWhatNetBoxHasNorWhatIsOthers() {
    var gateway =
        new Gateway(
            Address.parse("10.0.0.1"), new Gateway.Source(Gateway.From.CUSTOM_FIELD, "gateway"));
    var room =
        new PrefixRoom(
            prefix("active", false, gateway),
            List.of(Address.parse("10.0.0.2")),
            List.of(Network.parse("10.0.0.8/30")),
            List.of(
                range("10.0.0.4", "10.0.0.5", "reserved", ""),
                range("10.0.0.6", "10.0.0.6", "active", "for DHCP"),
                range("10.0.0.13", "10.0.0.13", "active", "for servers")),
            List.of());

    assertThat(next(room))
        .containsExactly("10.0.0.3", "10.0.0.7", "10.0.0.12", "10.0.0.13", "10.0.0.14");
    assertThat(room.full()).isEmpty();
  }

  @Test
  void keepsForOthersWhatTheyReserved() {
    var mine = Address.parse("10.0.0.1");
    var room =
        new PrefixRoom(
            prefix("active", false, null),
            List.of(Address.parse("10.0.0.3")),
            List.of(),
            List.of(),
            List.of(Span.of(mine)));

    assertThat(next(room)).startsWith("10.0.0.2", "10.0.0.4");
    assertThat(room.isFree(mine)).isTrue();
    assertThat(room.isFree(Address.parse("10.0.0.3"))).isFalse();
    assertThat(room.isFree(Address.parse("10.0.0.15"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "container, false, 10.0.0.0/28 is a container: take an address of a prefix within it.",
    "deprecated, false, 10.0.0.0/28 is deprecated.",
    "reserved, false, 10.0.0.0/28 is reserved.",
    "active, true, NetBox says that 10.0.0.0/28 is fully utilized.",
  })
  void givesNothingOfWhatIsClosed(String status, boolean marked, String why) {
    var room =
        new PrefixRoom(prefix(status, marked, null), List.of(), List.of(), List.of(), List.of());

    assertThat(room.next(20)).isEmpty();
    assertThat(room.full()).contains(why);
  }

  @Test
  void saysWhenItIsFull() {
    var room =
        new PrefixRoom(
            prefix("active", false, null),
            List.of(),
            List.of(),
            List.of(range("10.0.0.1", "10.0.0.14", "reserved", "")),
            List.of());

    assertThat(room.full()).contains("No address of 10.0.0.0/28 is free.");
  }

  @Test
  void choosesTheLowestThatAreFreeAndOfEachStretchThatOthersClaim() {
    var claimed =
        List.of(
            new Span(Address.parse("10.0.0.1"), Address.parse("10.0.0.4")),
            new Span(Address.parse("10.0.0.3"), Address.parse("10.0.0.9")));
    var room =
        new PrefixRoom(
            prefix("active", false, null),
            List.of(Address.parse("10.0.0.10")),
            List.of(),
            List.of(),
            claimed);

    assertThat(room.choices(1, List.of(Span.of(Address.parse("10.0.0.1")))))
        .extracting(Address::toString)
        .containsExactly("10.0.0.2", "10.0.0.3", "10.0.0.5", "10.0.0.11");
  }
}
