package direttore.simulator.pve.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.pve.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Puts results and errors into the JSON of {@code /api2/json} or {@code /api2/extjs}. */
final class ReplyEnvelope {
  private final ObjectMapper json;
  private final BooleanSupplier withMessage;

  /**
   * @param withMessage whether errors carry a {@code message}, as hosts since January 2025 do
   */
  ReplyEnvelope(ObjectMapper json, BooleanSupplier withMessage) {
    this.json = json;
    this.withMessage = withMessage;
  }

  Response result(String format, @Nullable Object data) {
    var document = new LinkedHashMap<String, @Nullable Object>();
    if (data instanceof Page page) {
      document.put("data", page.rows());
      if (page.total() > 0) {
        document.put("total", page.total());
      }
    } else {
      document.put("data", data);
    }
    if (format.equals("extjs")) {
      document.put("success", 1);
    }
    return Response.json(200, "OK", bytes(document));
  }

  Response error(String format, int status, String message, Map<String, String> errors) {
    var document = new LinkedHashMap<String, @Nullable Object>();
    document.put("data", null);
    if (!errors.isEmpty()) {
      document.put("errors", errors);
    }
    if (format.equals("extjs")) {
      document.put("message", message);
      document.put("status", status);
      document.put("success", 0);
      return Response.json(200, "OK", bytes(document));
    }
    if (withMessage.getAsBoolean()) {
      document.put("message", message);
    }
    return Response.json(status, message, bytes(document));
  }

  private byte[] bytes(Object document) {
    try {
      return json.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that is no JSON", e);
    }
  }
}
