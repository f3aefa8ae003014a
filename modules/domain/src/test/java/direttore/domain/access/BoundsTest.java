package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final Grant ON_PVE1 =
      new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve1")));

  @Test
  void namesTheRoleThatIsHeldInsteadOfTheOneItTakes() {
    var ana = ana(Grant.everywhere(Role.USER));

    assertThat(ana.whyNot(Right.READ_AUDIT))
        .isEqualTo("You may not read who did what: that takes the role admin, and yours is user.");
    assertThat(ana.whyTheyMayNot(Right.READ_AUDIT))
        .isEqualTo("ana may not read who did what: that takes the role admin, and theirs is user.");
  }

  @Test
  void saysSoWhereThereIsNoRoleAtAll() {
    assertThat(ana().whyNot(Right.SEE))
        .isEqualTo("You may not see the lab: that takes the role viewer, and you have none.");
  }

  @Test
  void doesNotAskForARoleThatIsHeldInPart() {
    assertThat(ana(ON_PVE1, Grant.everywhere(Role.USER)).whyNot(Right.RUN_JOBS))
        .isEqualTo(
            "You may not manage the job queue: that takes the role operator everywhere, and you have"
                + " it only for guests on node pve1.");
  }

  @Test
  void speaksToSomebodyAndAboutThem() {
    var ana = ana(Grant.everywhere(Role.USER));

    assertThat(ana.sentencesForThem())
        .containsExactly("You may make guests, and change those that are your own or your teams’.");
    assertThat(ana.sentences())
        .containsExactly("may make guests, and change those that are their own or their teams’");
    assertThat(ana.whyTheyMayNot(Right.CHANGE_GUESTS))
        .isEqualTo("ana may change only guests that are their own or their teams’.");
  }

  private static Actor ana(Grant... grants) {
    return new Actor(UUID.randomUUID(), "ana", "Ana", List.of(grants), Set.of(), Actor.Via.SESSION);
  }
}
