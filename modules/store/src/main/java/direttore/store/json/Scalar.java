package direttore.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** A small type that stands in JSON as one text or one number. */
public record Scalar<T>(Class<T> type, Print<T> print, Parse<T> parse) {

  /** Writes it. */
  public interface Print<T> {
    void print(T value, JsonGenerator out) throws IOException;
  }

  /** Reads it. */
  public interface Parse<T> {
    T parse(JsonParser in) throws IOException;
  }

  public static <T> Scalar<T> text(
      Class<T> type, Function<T, String> print, Function<String, T> parse) {
    return new Scalar<>(
        type, (value, out) -> out.writeString(print.apply(value)), in -> parse.apply(in.getText()));
  }

  public static <T> Scalar<T> number(
      Class<T> type, ToLongFunction<T> print, LongFunction<T> parse) {
    return new Scalar<>(
        type,
        (value, out) -> out.writeNumber(print.applyAsLong(value)),
        in -> parse.apply(in.getLongValue()));
  }

  public void addTo(SimpleModule module) {
    module.addSerializer(new Writer<>(this)).addDeserializer(type, new Reader<>(this));
  }

  @SuppressWarnings("serial") // Jackson's base class is serialisable; no instance ever is
  private static final class Writer<T> extends StdScalarSerializer<T> {
    private final Scalar<T> scalar;

    private Writer(Scalar<T> scalar) {
      super(scalar.type());
      this.scalar = scalar;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      scalar.print().print(value, out);
    }
  }

  @SuppressWarnings("serial") // as above
  private static final class Reader<T> extends StdScalarDeserializer<T> {
    private final Scalar<T> scalar;

    private Reader(Scalar<T> scalar) {
      super(scalar.type());
      this.scalar = scalar;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return scalar.parse().parse(in);
    }
  }
}
