package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.data.Transaction;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.view.Renderer;
import direttore.simulator.netbox.write.Deletion;
import direttore.simulator.netbox.write.Refusal;
import direttore.simulator.netbox.write.Writer;

/** Single objects: shown, made, changed and deleted. */
final class Details {
  private final Database database;
  private final NetBoxRelease release;
  private final Renderer renderer;
  private final Writer writer;

  Details(Database database, NetBoxRelease release, Renderer renderer, Writer writer) {
    this.database = database;
    this.release = release;
    this.renderer = renderer;
    this.writer = writer;
  }

  Row find(Call call, Model model, String id, String action) {
    if (!id.matches("\\d{1,18}")) {
      throw Refusal.detail(404, "Not found.");
    }
    var row = database.table(model).get(Long.parseLong(id));
    if (row == null || !call.caller().may(database, model, action).test(row)) {
      throw Refusal.detail(404, "No %s matches the given query.".formatted(model.className()));
    }
    return row;
  }

  Answer show(Call call, Model model, String id) {
    var row = find(call, model, id, "view");
    return tagged(Answer.json(200, renderer.show(row, call.shape(release.isModern()))), row);
  }

  Answer create(Call call, Model model) {
    return database.write(
        call.origin(),
        transaction -> {
          var row = writer.create(transaction, model, call.body());
          return tagged(Answer.json(201, created(call, row)), row);
        });
  }

  /** A new row; the secret of a token is shown this once. */
  ObjectNode created(Call call, Row row) {
    var shown = renderer.show(row, call.whole());
    if (row.model().type().equals("users.token")) {
      shown.put(release.isModern() ? "token" : "key", row.text("secret"));
    }
    return shown;
  }

  Answer update(Call call, Model model, String id, boolean whole) {
    return database.write(
        call.origin(),
        transaction -> {
          var row = find(call, model, id, "change");
          check(call, row);
          var kept = writer.update(transaction, row, call.body(), whole);
          return tagged(Answer.json(200, renderer.show(kept, call.whole())), kept);
        });
  }

  Answer delete(Call call, Model model, String id) {
    return database.write(
        call.origin(),
        transaction -> {
          var row = find(call, model, id, "delete");
          check(call, row);
          delete(transaction, row);
          return Answer.empty(204);
        });
  }

  void delete(Transaction transaction, Row row) {
    new Deletion(database).delete(transaction, row);
  }

  private void check(Call call, Row row) {
    var wanted = call.request().header("if-match");
    if (release.isModern()
        && !wanted.isEmpty()
        && !wanted.equals("*")
        && !wanted.equals(etag(row))) {
      throw new Precondition(etag(row));
    }
  }

  private Answer tagged(Answer answer, Row row) {
    return release.isModern() && !etag(row).equals("W/\"\"")
        ? answer.with("ETag", etag(row))
        : answer;
  }

  private static String etag(Row row) {
    var stamp = row.model().field("last_updated") == null ? "created" : "last_updated";
    return "W/\"%s\"".formatted(row.text(stamp).replace("Z", "+00:00"));
  }

  /** The object is not as the client believes. */
  static final class Precondition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String etag;

    Precondition(String etag) {
      super("Precondition failed.");
      this.etag = etag;
    }

    String etag() {
      return etag;
    }
  }
}
