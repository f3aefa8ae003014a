import { Fieldset, SimpleGrid } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reservationKeys } from '@/features/reservations/keys';
import { CheckboxField, NumberField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import type { Faults } from '@/shared/form/paths';
import { useForm } from '@/shared/form/useForm';
import { TagsField } from '@/shared/form/tags';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { clearRules, setRules, type NewRules, type Rules } from './api';
import { policyTexts as said } from './texts';

const MINUTES = 527_040;
const HOURS = 8784;
/** How much each may be at the most. */
const bounds = {
  longest: MINUTES,
  shortest: MINUTES,
  extended: MINUTES,
  horizon: 3650,
  notice: MINUTES,
  open: 10_000,
  hours: 100_000,
  pause: MINUTES,
  weight: 100,
  checkIn: 1440,
  longer: HOURS,
  cores: 100_000,
  within: HOURS,
};
/** How much each may be at the least, where that is not 1. */
const least: Partial<Record<keyof typeof bounds, number>> = { checkIn: 5 };
const leastOf = (figure: Figure) => least[figure] ?? 1;
type Figure = keyof typeof bounds;
const figures = Object.keys(bounds) as Figure[];
type Values = Record<Figure, string> & { recurring: boolean; wholeNode: boolean; tags: string[] };

const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.+:-]{0,62}$/;
const text = (figure: number | null | undefined) => (figure ? String(figure) : '');
const number = (typed: string) => (typed.trim() === '' ? null : Number(typed));

const valuesOf = (rules: Rules | null): Values => ({
  longest: text(rules?.longest_minutes),
  shortest: text(rules?.shortest_minutes),
  extended: text(rules?.extended_minutes),
  horizon: text(rules?.horizon_days),
  notice: text(rules?.notice_minutes),
  open: text(rules?.open_most),
  hours: text(rules?.hours_most),
  pause: text(rules?.pause_minutes),
  weight: text(rules?.waiting_weight),
  checkIn: text(rules?.check_in_minutes),
  recurring: rules?.recurring ?? true,
  wholeNode: rules?.approval.whole_node ?? false,
  longer: text(rules?.approval.longer_than_hours),
  cores: text(rules?.approval.more_cores_than),
  tags: rules?.approval.tags ?? [],
  within: text(rules?.approval.within_hours),
});

function check(values: Values): Faults {
  const wrong = figures.filter((figure) => {
    const typed = values[figure].trim();
    return typed !== '' && !(/^\d{1,6}$/.test(typed) && Number(typed) >= leastOf(figure) && Number(typed) <= bounds[figure]);
  });
  return {
    ...Object.fromEntries(wrong.map((figure) => [figure, said.rule(leastOf(figure), bounds[figure])])),
    ...(values.tags.some((tag) => !TAG.test(tag)) && { tags: said.tagRule }),
  };
}

export const rulesOf = (values: Values): NewRules => ({
  longest_minutes: number(values.longest),
  shortest_minutes: number(values.shortest),
  extended_minutes: number(values.extended),
  horizon_days: number(values.horizon),
  notice_minutes: number(values.notice),
  open_most: number(values.open),
  hours_most: number(values.hours),
  pause_minutes: number(values.pause),
  waiting_weight: number(values.weight),
  check_in_minutes: number(values.checkIn),
  recurring: values.recurring,
  approval: {
    whole_node: values.wholeNode,
    longer_than_hours: number(values.longer),
    more_cores_than: number(values.cores),
    tags: values.tags,
    within_hours: number(values.within),
  },
});

const places: Record<string, string> = {
  longest_minutes: 'longest',
  shortest_minutes: 'shortest',
  extended_minutes: 'extended',
  horizon_days: 'horizon',
  notice_minutes: 'notice',
  open_most: 'open',
  hours_most: 'hours',
  pause_minutes: 'pause',
  waiting_weight: 'weight',
  check_in_minutes: 'checkIn',
  'approval.longer_than_hours': 'longer',
  'approval.more_cores_than': 'cores',
  'approval.tags': 'tags',
  'approval.within_hours': 'within',
};

type Props = { team: string | null; rules: Rules | null; tags: string[]; close: () => void };

/** The rules of a team, or those for all; what is left empty says nothing. */
export function PolicyDialog({ team, rules, tags, close }: Props) {
  const cache = useQueryClient();
  const [initial] = useState(() => valuesOf(rules));
  const done = async () => {
    await cache.invalidateQueries({ queryKey: reservationKeys.policies });
    notify({ message: said.saved, color: 'green' });
    close();
  };
  const form = useForm({
    initial,
    check,
    fieldOf: (field) => places[field] ?? field,
    send: (values) => setRules(team, rulesOf(values)),
    done,
    asks: true,
  });
  const figure = (name: Figure, label: string, unit?: string) => (
    <NumberField field={form.at(name)} label={label} {...(unit && { unit })} placeholder={said.unset} />
  );
  const remove = () =>
    void form.attempt(
      async () => {
        await clearRules(team);
        await done();
      },
      {},
      () => false,
    );
  return (
    <Dialog onClose={close} title={said.editOf(team === null ? said.all : said.ofTeam(team))} size="lg">
      <Form form={form}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
          {figure('longest', said.fields.longest, said.minutes)}
          {figure('shortest', said.fields.shortest, said.minutes)}
          {figure('extended', said.fields.extended, said.minutes)}
          {figure('horizon', said.fields.horizon, said.days)}
          {figure('notice', said.fields.notice, said.minutes)}
          {figure('open', said.fields.open)}
          {figure('hours', said.fields.hours)}
          {figure('pause', said.fields.pause, said.minutes)}
          {figure('weight', said.fields.weight)}
          {figure('checkIn', said.fields.checkIn, said.minutes)}
        </SimpleGrid>
        <CheckboxField field={form.at('recurring')} label={said.fields.recurring} />
        <Fieldset legend={said.approval}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
            <CheckboxField field={form.at('wholeNode')} label={said.approvals.wholeNode} />
            {figure('longer', said.approvals.longer, said.hours)}
            {figure('cores', said.approvals.cores)}
            {figure('within', said.approvals.within, said.hours)}
          </SimpleGrid>
          <TagsField field={form.at('tags')} label={said.approvals.tags} data={tags} mt="xs" />
        </Fieldset>
        <DialogButtons close={close}>
          {rules !== null && (
            <GuardedButton variant="outline" color="red" disabled={form.pending} onClick={remove}>
              {said.clear}
            </GuardedButton>
          )}
          <SubmitButton form={form}>{said.save}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
