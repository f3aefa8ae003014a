package direttore.store.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import java.util.List;

/** One type's way to JSON and back. What was written once can be read for ever. */
public record Form<T>(ObjectWriter writer, ObjectReader reader) {

  /** A mapper of that module that leaves out what is null. */
  public static JsonMapper.Builder mapper(SimpleModule module) {
    Scalar.text(Instant.class, Instant::toString, Instant::parse).addTo(module);
    return JsonMapper.builder()
        .addModule(module)
        // What was written before it had a list has an empty one.
        .withConfigOverride(
            List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
  }

  public static <T> Form<T> of(JsonMapper mapper, TypeReference<T> type) {
    return new Form<>(mapper.writerFor(type), mapper.readerFor(type));
  }

  public String write(T value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      // Without its cause, whose text may quote a secret.
      throw new IllegalStateException("a part of an operation cannot be written");
    }
  }

  public T read(String json) {
    try {
      return reader.readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a part of a stored operation cannot be read: " + e.getClass().getSimpleName());
    }
  }
}
