package direttore.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "https://netbox.example, netbox.example, 443, true",
    "https://netbox.example:8443/netbox/, netbox.example, 8443, true",
    "http://netbox.example, netbox.example, 80, false",
    "HTTP://[fd00::1]:8000, [fd00::1], 8000, false"
  })
  void isWhereAUrlLeadsTo(URI url, String host, int port, boolean secure) {
    assertThat(Endpoint.of(url)).isEqualTo(new Endpoint(host, port, secure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"netbox.example", "ftp://netbox.example", "https:///api"})
  void isOfHttpOnly(URI url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.of(url))
        .withMessageContaining("must be http://host or https://host");
  }

  @Test
  void takesTheUsualPortWhereNoneIsNamed() {
    assertThat(Endpoint.parse("pve1", 8006)).isEqualTo(new Endpoint("pve1", 8006));
    assertThat(Endpoint.parse("https://[fd00::1]:8007/", 8006))
        .isEqualTo(new Endpoint("[fd00::1]", 8007));
  }
}
