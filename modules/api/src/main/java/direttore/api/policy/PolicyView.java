package direttore.api.policy;

import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules in answers; null where one of them says nothing. */
record PolicyView(
    @Nullable Integer longestMinutes,
    @Nullable Integer shortestMinutes,
    @Nullable Integer horizonDays,
    @Nullable Integer noticeMinutes,
    @Nullable Integer openMost,
    @Nullable Integer hoursMost,
    @Nullable Integer pauseMinutes,
    @Nullable Integer extendedMinutes,
    boolean recurring,
    @Nullable Integer waitingWeight,
    @Nullable Integer checkInMinutes,
    ApprovalView approval) {
  /** What has to be approved. */
  record ApprovalView(
      boolean wholeNode,
      @Nullable Integer longerThanHours,
      @Nullable Integer moreCoresThan,
      List<String> tags,
      @Nullable Integer withinHours) {
    static ApprovalView of(ApprovalRule rule) {
      return new ApprovalView(
          rule.wholeNode(),
          rule.longerThanHours(),
          rule.moreCoresThan(),
          List.copyOf(rule.tags()),
          rule.withinHours());
    }
  }

  static PolicyView of(Policy policy) {
    return new PolicyView(
        policy.longestMinutes(),
        policy.shortestMinutes(),
        policy.horizonDays(),
        policy.noticeMinutes(),
        policy.openMost(),
        policy.hoursMost(),
        policy.pauseMinutes(),
        policy.extendedMinutes(),
        policy.recurring(),
        policy.waitingWeight(),
        policy.checkInMinutes(),
        ApprovalView.of(policy.approval()));
  }
}
