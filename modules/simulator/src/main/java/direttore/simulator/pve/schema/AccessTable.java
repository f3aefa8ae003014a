package direttore.simulator.pve.schema;

import static direttore.simulator.pve.schema.Known.COMMENT;
import static direttore.simulator.pve.schema.Known.DELETE;
import static direttore.simulator.pve.schema.Known.USERID;
import static direttore.simulator.pve.schema.MethodSpec.delete;
import static direttore.simulator.pve.schema.MethodSpec.get;
import static direttore.simulator.pve.schema.MethodSpec.post;
import static direttore.simulator.pve.schema.MethodSpec.put;
import static direttore.simulator.pve.schema.Property.flag;
import static direttore.simulator.pve.schema.Property.text;
import static direttore.simulator.pve.schema.Property.whole;
import static direttore.simulator.pve.schema.Rules.ALL;
import static direttore.simulator.pve.schema.Rules.ON_REALM;
import static direttore.simulator.pve.schema.Rules.SELF;
import static direttore.simulator.pve.schema.Rules.WORLD;
import static direttore.simulator.pve.schema.Rules.and;
import static direttore.simulator.pve.schema.Rules.any;
import static direttore.simulator.pve.schema.Rules.onGroups;
import static direttore.simulator.pve.schema.Rules.or;
import static direttore.simulator.pve.schema.Rules.perm;

import java.util.List;

/** Users, tokens, groups, roles and permissions: {@code /access}. */
final class AccessTable {
  static final List<MethodSpec> METHODS =
      List.of(
          get("/access", ALL),
          get("/access/acl", ALL),
          put(
              "/access/acl",
              new Rule.ModifyPermissions("{path}"),
              text("path").required(),
              text("roles", "pve-roleid-list").required(),
              flag("delete"),
              text("groups", "pve-groupid-list"),
              flag("propagate"),
              text("tokens", "pve-tokenid-list"),
              text("users", "pve-userid-list")),
          get("/access/domains", WORLD),
          get(
              "/access/domains/{realm}",
              any("/access/realm", "Realm.Allocate", "Sys.Audit"),
              text("realm", "pve-realm").atMostLong(32)),
          get("/access/groups", ALL),
          post(
              "/access/groups",
              perm("/access/groups", "Group.Allocate"),
              text("groupid", "pve-groupid").required(),
              COMMENT),
          get(
              "/access/groups/{groupid}",
              any("/access/groups", "Sys.Audit", "Group.Allocate"),
              text("groupid", "pve-groupid")),
          put(
              "/access/groups/{groupid}",
              perm("/access/groups", "Group.Allocate"),
              text("groupid", "pve-groupid"),
              COMMENT),
          delete(
              "/access/groups/{groupid}",
              perm("/access/groups", "Group.Allocate"),
              text("groupid", "pve-groupid")),
          put(
                  "/access/password",
                  or(SELF, and(ON_REALM, onGroups(Rule.Groups.IGNORED, "User.Modify"))),
                  text("password").atMostLong(64).atLeastLong(8).required(),
                  text("userid", "pve-userid").atMostLong(64).required(),
                  text("confirmation-password").atMostLong(64).atLeastLong(5))
              .withoutTokens(),
          get(
              "/access/permissions",
              ALL,
              text("path"),
              text("userid")
                  .like(
                      "(?:^(?:[^\\s:/]+)\\@(?:[A-Za-z][A-Za-z0-9\\.\\-_]+)(?:!(?:[A-Za-z][A-Za-z0-9\\.\\-_]+))?$)")),
          get("/access/roles", ALL),
          post(
              "/access/roles",
              perm("/access", "Sys.Modify"),
              text("roleid", "pve-roleid").required(),
              text("privs", "pve-priv-list")),
          get("/access/roles/{roleid}", ALL, text("roleid", "pve-roleid")),
          put(
              "/access/roles/{roleid}",
              perm("/access", "Sys.Modify"),
              text("roleid", "pve-roleid"),
              flag("append").needs("privs"),
              text("privs", "pve-priv-list")),
          delete(
              "/access/roles/{roleid}",
              perm("/access", "Sys.Modify"),
              text("roleid", "pve-roleid")),
          get("/access/ticket", WORLD),
          post(
                  "/access/ticket",
                  WORLD,
                  text("password").required(),
                  text("username").atMostLong(64).required(),
                  flag("new-format"),
                  text("otp"),
                  text("path").atMostLong(64).needs("privs"),
                  text("privs", "pve-priv-list").atMostLong(64).needs("path"),
                  text("realm", "pve-realm").atMostLong(32),
                  text("tfa-challenge"))
              .withoutTokens(),
          get("/access/users", ALL, flag("enabled"), flag("full")).swapPrivileged(),
          post(
              "/access/users",
              and(ON_REALM, onGroups(Rule.Groups.CREATE, "User.Modify")),
              text("userid", "pve-userid").atMostLong(64).required(),
              text("comment").atMostLong(2048),
              text("email", "email-opt").atMostLong(254),
              flag("enable"),
              whole("expire").from(0),
              text("firstname").atMostLong(1024),
              text("groups", "pve-groupid-list"),
              text("keys").like("[0-9a-zA-Z!=]{0,4096}"),
              text("lastname").atMostLong(1024),
              text("password").atMostLong(64).atLeastLong(8)),
          get(
              "/access/users/{userid}",
              onGroups(Rule.Groups.IGNORED, "User.Modify", "Sys.Audit"),
              USERID),
          put(
              "/access/users/{userid}",
              onGroups(Rule.Groups.UPDATE, "User.Modify"),
              USERID,
              flag("append").needs("groups"),
              text("comment").atMostLong(2048),
              text("email", "email-opt").atMostLong(254),
              flag("enable"),
              whole("expire").from(0),
              text("firstname").atMostLong(1024),
              text("groups", "pve-groupid-list"),
              text("keys").like("[0-9a-zA-Z!=]{0,4096}"),
              text("lastname").atMostLong(1024)),
          delete(
              "/access/users/{userid}",
              and(ON_REALM, onGroups(Rule.Groups.IGNORED, "User.Modify")),
              USERID),
          get(
              "/access/users/{userid}/token",
              or(SELF, onGroups(Rule.Groups.IGNORED, "User.Modify")),
              USERID),
          get(
              "/access/users/{userid}/token/{tokenid}",
              or(SELF, onGroups(Rule.Groups.IGNORED, "User.Modify")),
              text("tokenid").like("(?:[A-Za-z][A-Za-z0-9\\.\\-_]+)"),
              USERID),
          post(
              "/access/users/{userid}/token/{tokenid}",
              or(SELF, onGroups(Rule.Groups.IGNORED, "User.Modify")),
              text("tokenid").like("(?:[A-Za-z][A-Za-z0-9\\.\\-_]+)"),
              USERID,
              COMMENT,
              whole("expire").from(0),
              flag("privsep")),
          put(
              "/access/users/{userid}/token/{tokenid}",
              or(SELF, onGroups(Rule.Groups.IGNORED, "User.Modify")),
              text("tokenid").like("(?:[A-Za-z][A-Za-z0-9\\.\\-_]+)"),
              USERID,
              COMMENT,
              DELETE,
              whole("expire").from(0),
              flag("privsep"),
              flag("regenerate")),
          delete(
              "/access/users/{userid}/token/{tokenid}",
              or(SELF, onGroups(Rule.Groups.IGNORED, "User.Modify")),
              text("tokenid").like("(?:[A-Za-z][A-Za-z0-9\\.\\-_]+)"),
              USERID),
          post(
              "/access/vncticket",
              WORLD,
              text("authid").atMostLong(64).required(),
              text("path").atMostLong(64).required(),
              text("privs", "pve-priv-list").atMostLong(64).required(),
              text("vncticket").required(),
              whole("port")));

  private AccessTable() {}
}
