package direttore.simulator.pve.access;

import direttore.simulator.pve.access.AccessState.Token;
import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /access/users/{userid}/token}. */
final class TokenMethods {
  private final AccessControl access;
  private final Supplier<String> secrets;

  TokenMethods(AccessControl access, Supplier<String> secrets) {
    this.access = access;
    this.secrets = secrets;
  }

  List<Map<String, Object>> list(String userid) {
    requireUser(userid);
    return rows(access.state(), userid);
  }

  static List<Map<String, Object>> rows(AccessState state, String userid) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var token : state.tokens()) {
      if (token.userid().equals(userid)) {
        var row = fields(token);
        row.put("tokenid", token.tokenid());
        rows.add(row);
      }
    }
    return rows;
  }

  static Map<String, Object> fields(Token token) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("expire", token.expire());
    fields.put("privsep", token.privsep() ? 1 : 0);
    if (token.comment() != null) {
      fields.put("comment", token.comment());
    }
    return fields;
  }

  Map<String, Object> show(CallParameters parameters) {
    return fields(existing(parameters));
  }

  /** The only answer that shows the secret; what was sent comes back as it was sent. */
  Map<String, Object> create(CallParameters parameters) {
    var userid = parameters.required("userid");
    var tokenid = parameters.required("tokenid");
    requireUser(userid);
    var token =
        new Token(
            userid,
            tokenid,
            secrets.get(),
            parameters.integer("expire", 0),
            parameters.flag("privsep", true),
            parameters.text("comment"));
    access.change(state -> {
      if (state.token(userid, tokenid) != null) {
        throw new ParameterErrors("tokenid", "Token already exists.");
      }
      var tokens = new ArrayList<>(state.tokens());
      tokens.add(token);
      return state.tokens(tokens);
    });
    var info = new LinkedHashMap<String, Object>();
    info.put("privsep", parameters.has("privsep") ? parameters.required("privsep") : 1);
    if (parameters.has("expire")) {
      info.put("expire", parameters.required("expire"));
    }
    if (token.comment() != null) {
      info.put("comment", token.comment());
    }
    return Map.of("info", info, "value", token.secret(), "full-tokenid", token.full());
  }

  Map<String, Object> update(CallParameters parameters) {
    var old = existing(parameters);
    for (var key : parameters.list("delete")) {
      if (!key.equals("comment")) {
        throw new ParameterErrors("delete", "unknown option '%s'".formatted(key));
      }
    }
    var renewed = parameters.flag("regenerate", false);
    var token =
        new Token(
            old.userid(),
            old.tokenid(),
            renewed ? secrets.get() : old.secret(),
            parameters.integer("expire", old.expire()),
            parameters.flag("privsep", old.privsep()),
            comment(old, parameters));
    access.change(s -> s.tokens(s.tokens().stream().map(t -> t.equals(old) ? token : t).toList()));
    var answer = fields(token);
    if (renewed) {
      answer.put("value", token.secret());
      answer.put("full-tokenid", token.full());
    }
    return answer;
  }

  private static @Nullable String comment(Token old, CallParameters parameters) {
    if (parameters.list("delete").contains("comment")) {
      return null;
    }
    var sent = parameters.text("comment");
    var comment = sent == null ? old.comment() : sent;
    return comment == null || comment.isEmpty() ? null : comment;
  }

  @Nullable Object delete(CallParameters parameters) {
    var token = existing(parameters);
    access.change(s ->
        s.tokens(s.tokens().stream().filter(t -> !t.equals(token)).toList())
            .grants(s.grants().stream().filter(g -> !g.ugid().equals(token.full())).toList()));
    return null;
  }

  private Token existing(CallParameters parameters) {
    var userid = parameters.required("userid");
    var tokenid = parameters.required("tokenid");
    requireUser(userid);
    var token = access.state().token(userid, tokenid);
    if (token == null) {
      throw AccessDenied.failed("no such token '%s' for user '%s'".formatted(tokenid, userid));
    }
    return token;
  }

  private void requireUser(String userid) {
    if (access.state().user(userid) == null) {
      throw AccessDenied.failed("no such user ('%s')".formatted(userid));
    }
  }
}
