package direttore.simulator.netbox.api;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.net.Network;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.write.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the caller by the token of a request; every failure is 403. */
final class Authentication {
  private static final String MISSING = "Authentication credentials were not provided.";

  private final Database database;
  private final NetBoxRelease release;

  Authentication(Database database, NetBoxRelease release) {
    this.database = database;
    this.release = release;
  }

  Caller caller(Request request) {
    var words = List.of(request.header("authorization").strip().split("\\s+", -1));
    var known =
        words.getFirst().equalsIgnoreCase("Token")
            || (release.isModern() && words.getFirst().equalsIgnoreCase("Bearer"));
    if (!known) {
      throw Refusal.detail(403, MISSING);
    }
    if (words.size() != 2) {
      throw Refusal.detail(
          403,
          release.isModern()
              ? "Invalid authorization header: Must be in the form \"Bearer <key>.<token>\" or \"Token <token>\""
              : "Invalid token header. Token string should not contain spaces.");
    }
    var token = token(words.getLast());
    check(token, request.peer());
    var user = database.find("users.user", token.ref("user"));
    if (user == null || !user.get("is_active").asBoolean()) {
      throw Refusal.detail(403, "User inactive");
    }
    return new Caller(user, token.get("write_enabled").asBoolean());
  }

  private Row token(String value) {
    var second = release.isModern() && value.startsWith("nbt_");
    var dot = value.indexOf('.');
    if (second && dot < 0) {
      throw Refusal.detail(
          403,
          "Invalid authorization header: Could not parse key from v2 token. Did you mean to use 'Token' instead of 'Bearer'?");
    }
    var secret = second ? value.substring(dot + 1) : value;
    var key = second ? value.substring(4, dot) : "";
    var found = find(secret, key);
    if (found == null) {
      throw Refusal.detail(403, invalid(second));
    }
    return found;
  }

  private String invalid(boolean second) {
    if (!release.isModern()) {
      return "Invalid token";
    }
    return second ? "Invalid v2 token" : "Invalid v1 token";
  }

  private @Nullable Row find(String secret, String key) {
    return database.table("users.token").all().stream()
        .filter(t -> t.text("secret").equals(secret) && t.text("key").equals(key))
        .findFirst()
        .orElse(null);
  }

  private static void check(Row token, String peer) {
    var allowed = token.get("allowed_ips");
    if (!allowed.isEmpty()) {
      var from = Network.of(peer);
      var inside = false;
      for (var one : allowed) {
        var network = Network.parse(one.asText());
        inside |= network != null && network.holds(from);
      }
      if (!inside) {
        throw Refusal.detail(
            403, "Source IP %s is not permitted to authenticate using this token.".formatted(peer));
      }
    }
    if (!token.get("enabled").asBoolean()) {
      throw Refusal.detail(403, "Token disabled");
    }
    var expires = token.text("expires");
    if (!expires.isEmpty() && !Instant.parse(expires).isAfter(Instant.now())) {
      throw Refusal.detail(403, "Token expired");
    }
  }
}
