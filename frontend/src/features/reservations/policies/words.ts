import type { Rules } from './api';
import { lengthOf, policyTexts } from './texts';

const said = policyTexts.words;

/** Rules in words, one each; none where nothing is ruled. */
export function wordsOf(rules: Rules): string[] {
  const { approval } = rules;
  const approved = [
    approval.whole_node ? said.wholeNode : null,
    approval.longer_than_hours && said.longer(approval.longer_than_hours),
    approval.more_cores_than && said.cores(approval.more_cores_than),
    approval.tags.length > 0 ? said.tags(approval.tags) : null,
  ].filter(Boolean);
  return [
    rules.longest_minutes && said.longest(lengthOf(rules.longest_minutes)),
    rules.shortest_minutes && said.shortest(lengthOf(rules.shortest_minutes)),
    rules.extended_minutes && said.extended(lengthOf(rules.extended_minutes)),
    rules.horizon_days && said.horizon(rules.horizon_days),
    rules.notice_minutes && said.notice(lengthOf(rules.notice_minutes)),
    rules.open_most && said.open(rules.open_most),
    rules.hours_most && said.hours(rules.hours_most),
    rules.pause_minutes && said.pause(lengthOf(rules.pause_minutes)),
    rules.waiting_weight && said.weight(rules.waiting_weight),
    rules.check_in_minutes && said.checkIn(lengthOf(rules.check_in_minutes)),
    rules.recurring ? null : said.once,
    approved.length > 0 ? said.approval(approved.join(', ')) : null,
    approved.length > 0 && approval.within_hours ? said.within(approval.within_hours) : null,
  ].filter((each) => typeof each === 'string');
}
