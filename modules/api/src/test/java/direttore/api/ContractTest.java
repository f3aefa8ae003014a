package direttore.api;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.http.Route;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.allocation.AllocationStep;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.StepKind;
import direttore.domain.record.RecordOrder;
import direttore.domain.record.RecordStep;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractTest {
  private final TestApi api = new TestApi();
  private final Contract contract = new Contract();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void documentAndServerHaveTheSameRoutes() {
    var served =
        api.api().table().routes().stream()
            .map(r -> r.method().text() + " " + r.path())
            .collect(Collectors.toSet());

    assertThat(contract.operations()).isEqualTo(served);
  }

  @Test
  void examplesAreTrue() {
    assertThat(contract.brokenExamples()).isEmpty();
  }

  @Test
  void eachOperationHasANameOfItsOwn() {
    var ids = contract.document().findValues("operationId");

    assertThat(ids).doesNotHaveDuplicates().hasSize(contract.operations().size());
  }

  @Test
  void kindsOfOrdersAreTheSameInBoth() {
    var kinds = contract.document().at("/components/schemas/OperationKind/enum");

    assertThat(kinds.valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(
            Stream.of(GuestAction.KINDS, AllocationOrder.KINDS, RecordOrder.KINDS)
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void stepsOfOrdersAreTheSameInBoth() {
    var steps =
        contract
            .document()
            .at("/components/schemas/Operation/properties/steps/items/properties/name/enum");

    assertThat(steps.valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(
            Stream.<StepKind[]>of(GuestStep.values(), AllocationStep.values(), RecordStep.values())
                .flatMap(Stream::of)
                .map(StepKind::wire)
                .toList());
  }

  @Test
  void bothFormsOfTheDocumentSayTheSame() {
    var json = api.client().get("/openapi.json");

    assertThat(json.json()).isEqualTo(TestClient.json(contract.document().toString()));
    assertThat(api.client().get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
  }

  @Test
  void judgeCatchesWhatTheDocumentDoesNotSay() {
    var nodes = route("GET /api/proxmox/nodes");

    assertThat(contract.broken(nodes, 418, "application/json", "[]")).isNotEmpty();
    assertThat(contract.broken(nodes, 200, "text/plain", "[]")).isNotEmpty();
    assertThat(contract.broken(nodes, 200, "application/json", "[{\"node\":1}]")).isNotEmpty();
    assertThat(contract.broken(nodes, 304, "", "body")).isNotEmpty();
    assertThat(contract.broken(nodes, 200, "application/json", "[]")).isEmpty();
  }

  private Route route(String name) {
    return api.api().table().routes().stream()
        .filter(r -> (r.method().text() + " " + r.path()).equals(name))
        .findFirst()
        .orElseThrow();
  }
}
