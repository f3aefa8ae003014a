import { Alert, Anchor, Box, Button, Group, List, Paper, Stack, Stepper, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { useReach, useWhyNotMake } from '@/features/access/rights';
import { operationKeys } from '@/features/operations/api';
import { remember } from '@/features/operations/work/mine';
import { newKey } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/Page';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useUrlState } from '@/shared/url/useUrlState';
import { dropDraft, keepSize } from './draft';
import { labelOf } from './label';
import { create } from './order';
import styles from './Provision.module.css';
import { NetworkStep } from './steps/NetworkStep';
import { ResourcesStep } from './steps/ResourcesStep';
import { ReviewStep } from './steps/ReviewStep';
import { TemplateStep } from './steps/TemplateStep';
import { TypeStep } from './steps/TypeStep';
import { provisionTexts } from './texts';
import { LAST_EDITED, useDraft } from './useDraft';

const said = provisionTexts;
const REVIEW = 4;
const ALL = said.steps.length;
const shape = {
  step: z.coerce
    .number()
    .int()
    .min(1)
    .max(REVIEW + 1)
    .catch(1),
  type: z.enum(['vm', 'lxc']).nullable().catch(null),
};

function Wizard() {
  const [url, setUrl] = useUrlState(shape);
  const state = useDraft(url.type);
  const { draft, set, errorOf } = state;
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [key] = useState(newKey);
  const { make } = useReach();
  const top = useRef<HTMLDivElement>(null);

  // An address may ask for more than what came before allows.
  const blocked = [0, 1, 2, 3].find((step) => Object.keys(state.on(step)).length > 0) ?? REVIEW;
  const step = Math.min(url.step - 1, blocked);
  const go = (to: number) => setUrl({ step: to + 1 }, { replace: false });
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      top.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
  }, [step]);

  const order = useMutation({
    mutationFn: () => create(draft, key),
    onSuccess: (operation) => {
      keepSize(draft);
      dropDraft();
      remember(operation);
      void cache.invalidateQueries({ queryKey: operationKeys.lists });
      void navigate(`/operations/${operation}`);
    },
    onError: (error) => {
      const back = state.refuse(error);
      if (back !== null) {
        go(back);
      }
    },
  });
  const next = async () => {
    if (step === REVIEW) {
      order.mutate();
      return;
    }
    const may = await state.leave(step);
    if (may === true) {
      go(step + 1);
    } else if (typeof may === 'number' && may !== step) {
      go(may);
    }
  };
  const discard = () => {
    const before = draft;
    state.reset();
    go(0);
    notify({
      message: (
        <Group justify="space-between">
          <Text size="sm">{said.discarded}</Text>
          <Button size="xs" variant="default" onClick={() => state.restore(before)}>
            {said.undo}
          </Button>
        </Group>
      ),
      autoClose: 10_000,
    });
  };
  const faults = Object.entries(state.on(step)).filter(() => state.tried.has(step));
  const named = state.problem !== null && problemOf(state.problem).errors.length > 0;

  return (
    <Page
      title={said.title}
      actions={
        <Button variant="subtle" color="gray" onClick={discard}>
          {said.discard}
        </Button>
      }
    >
      <Box visibleFrom="sm" mb="lg">
        <Stepper active={step} size="sm" onStepClick={(to) => to < step && go(to)} allowNextStepsSelect={false}>
          {said.steps.map((name) => (
            <Stepper.Step key={name} label={name} />
          ))}
        </Stepper>
      </Box>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void next();
        }}
        onBlur={(event) => {
          const { name } = event.target as unknown as { name?: string };
          if (name) {
            state.touch(name);
          }
        }}
      >
        <Stack maw={1080}>
          <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
            <Text fw={650} size="lg" component="h2" m={0}>
              {said.stepOf(step + 1, ALL, said.steps[step] ?? '')}
            </Text>
          </div>
          {faults.length > 0 && (
            <Alert color="red" icon={<IconAlertTriangle />} title={said.mend(faults.length)} role="alert">
              <List size="sm">
                {faults.map(([field, fault]) => (
                  <List.Item key={field}>
                    <Anchor component="button" type="button" size="sm" onClick={() => document.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()}>
                      {said.fault(labelOf(field), fault)}
                    </Anchor>
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          {state.problem !== null && !named && <ProblemAlert error={state.problem} title={said.review.refused} />}
          {step === 0 && <TypeStep draft={draft} set={set} errorOf={errorOf} />}
          {step === 1 && <TemplateStep draft={draft} set={set} errorOf={errorOf} />}
          {step === 2 && <ResourcesStep draft={draft} set={set} errorOf={errorOf} />}
          {step === LAST_EDITED && <NetworkStep draft={draft} set={set} errorOf={errorOf} />}
          {step === REVIEW && <ReviewStep draft={draft} go={go} />}
          <Paper p="sm" withBorder className={styles.bar ?? ''}>
            <Group justify="space-between">
              <Button variant="default" disabled={step === 0} onClick={() => go(step - 1)}>
                {said.back}
              </Button>
              <Text size="xs" c="dimmed" visibleFrom="sm">
                {said.draft}
              </Text>
              <GuardedButton type="submit" why={make} loading={state.checking || order.isPending}>
                {step === REVIEW ? said.create : said.next}
              </GuardedButton>
            </Group>
          </Paper>
        </Stack>
      </form>
    </Page>
  );
}

/** Makes a machine in six steps, of which the last is the operation's own page; says why to those who may not. */
export function Component() {
  // Not whether somebody is away just now: that must not take the draft, the passwords and the order's key along.
  const make = useWhyNotMake();
  return make === null ? (
    <Wizard />
  ) : (
    <Page title={said.title}>
      <Alert color="yellow" icon={<IconLock />} title={said.forbidden}>
        {make}
      </Alert>
    </Page>
  );
}
