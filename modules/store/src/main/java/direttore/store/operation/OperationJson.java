package direttore.store.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operation;
import direttore.domain.task.Upid;
import direttore.store.guestorder.GuestOrderJson;
import direttore.store.json.Form;
import direttore.store.json.Scalar;
import java.util.List;

/** How what all operations have stands in jsonb columns; each family adds its values. */
final class OperationJson {
  private static final JsonMapper MAPPER = Form.mapper(values()).build();

  static final Form<List<StepForm>> STEPS = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<List<String>> LINES = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<Operation.Failure> FAILURE = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<GuestSecrets> SECRETS = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<Upid> UPID = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<List<MemberForm>> MEMBERS = Form.of(MAPPER, new TypeReference<>() {});

  private OperationJson() {}

  private static SimpleModule values() {
    var module = new SimpleModule();
    Scalar.text(Upid.class, Upid::value, Upid::new).addTo(module);
    return GuestOrderJson.addTo(module);
  }
}
