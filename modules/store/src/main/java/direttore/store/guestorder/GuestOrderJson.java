package direttore.store.guestorder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Left;
import direttore.store.json.Form;
import direttore.store.json.Scalar;
import java.io.IOException;

/** How the parts of an order about a guest stand in jsonb columns. */
public final class GuestOrderJson {
  private static final JsonMapper MAPPER = Form.mapper(addTo(new SimpleModule())).build();

  static final Form<GuestAction> ACTION = Form.of(MAPPER, new TypeReference<>() {});
  static final Form<Terms> TERMS = Form.of(MAPPER, new TypeReference<>() {});

  private GuestOrderJson() {}

  /** Adds the values that guests bring, and what an operation may leave of one. */
  public static SimpleModule addTo(SimpleModule module) {
    Scalar.text(NodeName.class, NodeName::value, NodeName::new).addTo(module);
    Scalar.text(GuestName.class, GuestName::value, GuestName::new).addTo(module);
    Scalar.text(SnapshotName.class, SnapshotName::value, SnapshotName::new).addTo(module);
    Scalar.number(VmId.class, VmId::value, n -> new VmId(Math.toIntExact(n))).addTo(module);
    Scalar.number(Vlan.class, Vlan::tag, n -> new Vlan(Math.toIntExact(n))).addTo(module);
    Scalar.number(DiskSize.class, DiskSize::bytes, DiskSize::new).addTo(module);
    module
        .addSerializer(new ClusterWriter())
        .addDeserializer(ClusterName.class, new ClusterReader());
    module
        .setMixInAnnotation(GuestAction.class, GuestActions.class)
        .setMixInAnnotation(VmSource.class, Sources.class);
    return module.addAbstractTypeMapping(Left.class, GuestLeft.class);
  }

  @SuppressWarnings("serial") // Jackson's base class is serialisable; no instance ever is
  private static final class ClusterWriter extends StdScalarSerializer<ClusterName> {
    private ClusterWriter() {
      super(ClusterName.class);
    }

    @Override
    public void serialize(ClusterName cluster, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeString(cluster.value());
    }
  }

  /** Guests of the time when there was one cluster name none. */
  @SuppressWarnings("serial") // as above
  private static final class ClusterReader extends StdDeserializer<ClusterName> {
    private ClusterReader() {
      super(ClusterName.class);
    }

    @Override
    public ClusterName deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      var tree = in.readValueAsTree();
      return tree instanceof TextNode text ? new ClusterName(text.textValue()) : ClusterName.MAIN;
    }

    @Override
    public ClusterName getAbsentValue(DeserializationContext context) {
      return ClusterName.MAIN;
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
