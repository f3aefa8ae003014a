package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.write.Refusal;
import direttore.simulator.netbox.write.Writer;

/** Makes a token for who knows a user's password. */
record Provision(Database database, Details details, Writer writer) {

  Answer answer(Request request, JsonNode sent, String id) {
    var user =
        database.table("users.user").having("username", sent.path("username").asText()).stream()
            .filter(u -> u.text("password").equals(sent.path("password").asText()))
            .findFirst()
            .orElseThrow(() -> Refusal.detail(403, "Invalid username/password"));
    var call = new Call(request, new Caller(user, true), sent, id);
    var order = JsonNodeFactory.instance.objectNode().put("user", user.id());
    return database.write(
        call.origin(),
        transaction -> {
          var row = writer.create(transaction, database.models().type("users.token"), order);
          return Answer.json(201, details.created(call, row).without("pepper_id"));
        });
  }
}
