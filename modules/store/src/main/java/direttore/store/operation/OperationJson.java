package direttore.store.operation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Left;
import direttore.domain.operation.Operation;
import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.List;

/** How an operation's parts stand in jsonb columns. What was written once can be read for ever. */
final class OperationJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(values())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .addMixIn(GuestAction.class, GuestActions.class)
          .addMixIn(VmSource.class, Sources.class)
          .build();

  static final Form<GuestAction> GUEST_ACTION = form(new TypeReference<>() {});
  static final Form<List<StepForm>> STEPS = form(new TypeReference<>() {});
  static final Form<List<String>> LINES = form(new TypeReference<>() {});
  static final Form<Operation.Failure> FAILURE = form(new TypeReference<>() {});
  static final Form<GuestSecrets> SECRETS = form(new TypeReference<>() {});
  static final Form<Terms> TERMS = form(new TypeReference<>() {});
  static final Form<Upid> UPID = form(new TypeReference<>() {});
  static final Form<List<MemberForm>> MEMBERS = form(new TypeReference<>() {});

  private OperationJson() {}

  private static <T> Form<T> form(TypeReference<T> type) {
    return new Form<>(MAPPER.writerFor(type), MAPPER.readerFor(type));
  }

  private static SimpleModule values() {
    var module = new SimpleModule().addAbstractTypeMapping(Left.class, GuestLeft.class);
    Scalar.text(Instant.class, Instant::toString, Instant::parse).addTo(module);
    Scalar.text(NodeName.class, NodeName::value, NodeName::new).addTo(module);
    Scalar.text(GuestName.class, GuestName::value, GuestName::new).addTo(module);
    Scalar.text(SnapshotName.class, SnapshotName::value, SnapshotName::new).addTo(module);
    Scalar.text(Upid.class, Upid::value, Upid::new).addTo(module);
    Scalar.number(VmId.class, VmId::value, n -> new VmId(Math.toIntExact(n))).addTo(module);
    Scalar.number(Vlan.class, Vlan::tag, n -> new Vlan(Math.toIntExact(n))).addTo(module);
    Scalar.number(DiskSize.class, DiskSize::bytes, DiskSize::new).addTo(module);
    return module;
  }

  /** One type's way to JSON and back. */
  record Form<T>(ObjectWriter writer, ObjectReader reader) {
    String write(T value) {
      try {
        return writer.writeValueAsString(value);
      } catch (JsonProcessingException e) {
        // Without its cause, whose text may quote a secret.
        throw new IllegalStateException("a part of an operation cannot be written");
      }
    }

    T read(String json) {
      try {
        return reader.readValue(json);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(
            "a part of a stored operation cannot be read: " + e.getClass().getSimpleName());
      }
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = GuestAction.CreateVm.class, name = "create-vm"),
    @JsonSubTypes.Type(value = GuestAction.CreateContainer.class, name = "create-container"),
    @JsonSubTypes.Type(value = GuestAction.Power.class, name = "power"),
    @JsonSubTypes.Type(value = GuestAction.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = GuestAction.TakeSnapshot.class, name = "take-snapshot"),
    @JsonSubTypes.Type(value = GuestAction.RollBack.class, name = "roll-back"),
    @JsonSubTypes.Type(value = GuestAction.DeleteSnapshot.class, name = "delete-snapshot")
  })
  @JsonIgnoreProperties(ignoreUnknown = true)
  private interface GuestActions {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = VmSource.Blank.class, name = "blank"),
    @JsonSubTypes.Type(value = VmSource.Clone.class, name = "clone")
  })
  @JsonIgnoreProperties(ignoreUnknown = true)
  private interface Sources {}
}
