package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRolesTest {
  @Test
  void eachGroupGivesItsRoleAndTheStarIsForAll() {
    var roles = GroupRoles.parse(List.of("staff=operator", "students=user", "*=viewer"));

    assertThat(roles.of(Set.of("students", "staff", "others")))
        .containsExactly(
            Grant.everywhere(Role.OPERATOR),
            Grant.everywhere(Role.USER),
            Grant.everywhere(Role.VIEWER));
    assertThat(roles.of(Set.of())).containsExactly(Grant.everywhere(Role.VIEWER));
  }

  @Test
  void aRoleCanHoldInAPlaceOnly() {
    var roles =
        GroupRoles.parse(
            List.of("a=operator@node:pve1", "b=user@tag:exam", "c=user@team:red", "a=viewer"));

    assertThat(roles.of(Set.of("a")))
        .containsExactly(
            new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve1"))),
            Grant.everywhere(Role.VIEWER));
    assertThat(roles.of(Set.of("b", "c")))
        .containsExactly(
            new Grant(Role.USER, new Scope.Tagged("exam")),
            new Grant(Role.USER, new Scope.OfTeam(new TeamName("red"))));
  }

  @Test
  void aGroupMayBeCalledAnything() {
    var roles = GroupRoles.parse(List.of("cn=lab admins=admin", "/uni/lab=user"));

    assertThat(roles.of(Set.of("cn=lab admins"))).containsExactly(Grant.everywhere(Role.ADMIN));
    assertThat(roles.of(Set.of("/uni/lab"))).containsExactly(Grant.everywhere(Role.USER));
    assertThat(roles.of(Set.of("cn", "*"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "staff",
        "=admin",
        "staff=",
        "staff=root",
        "staff=user@",
        "staff=user@rack:1",
        "staff=admin@node:pve1",
        "staff=user@node:",
        "staff=user@node"
      })
  void whatIsNoRuleIsRefused(String text) {
    assertThatThrownBy(() -> GroupRoles.parse(List.of(text))).isInstanceOf(Refusal.Invalid.class);
  }
}
