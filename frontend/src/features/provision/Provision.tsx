import { Alert, Box, Button, Group, Paper, Stepper, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import * as z from 'zod/mini';
import { useWhyNotMake } from '@/features/access/rights';
import { KeepHeld } from '@/features/inventory/nic/KeepHeld';
import { problemOf } from '@/shared/api/problem';
import { Form, FormProblems, SubmitButton } from '@/shared/form/Form';
import { notify } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/Page';
import { useUrlState } from '@/shared/url/useUrlState';
import { heldBy, losing } from './families';
import { labelOf } from './label';
import styles from './Provision.module.css';
import { stepOf } from './rules';
import { NetworkStep } from './steps/NetworkStep';
import { ResourcesStep } from './steps/ResourcesStep';
import { ReviewStep } from './steps/ReviewStep';
import { TakenTime } from './TakenTime';
import { TemplateStep } from './steps/TemplateStep';
import { TypeStep } from './steps/TypeStep';
import { provisionTexts } from './texts';
import { LAST_EDITED, useWizard } from './useWizard';

const said = provisionTexts;
const REVIEW = 4;
const ALL = said.steps.length;
const shape = {
  step: z.catch(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(REVIEW + 1)), 1),
  type: z.catch(z.nullable(z.enum(['vm', 'lxc'])), null),
};

function Wizard() {
  const [url, setUrl] = useUrlState(shape);
  const go = (to: number) => setUrl({ step: to + 1 }, { replace: false });
  const { form, leave } = useWizard(url.type, go);
  const { values: draft } = form;
  const top = useRef<HTMLDivElement>(null);

  // An address may ask for more than what came before allows.
  const step = Math.min(url.step - 1, REVIEW, ...Object.keys(form.faults).map(stepOf));
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      top.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
  }, [step]);

  const reserved = draft.slot.when === 'reserved';
  const problem = form.refusal && problemOf(form.refusal.error);
  const taken = reserved && problem?.type === 'reservation-conflict' && (
    <TakenTime
      draft={draft}
      problem={problem}
      pending={form.pending}
      take={(better) => {
        form.set(better);
        if (step === REVIEW) {
          void form.submit(better);
        } else {
          leave(step, better);
        }
      }}
    />
  );

  const discard = () => {
    const before = draft;
    form.discard();
    go(0);
    notify({
      message: (
        <Group justify="space-between">
          <Text size="sm">{said.discarded}</Text>
          <Button size="xs" variant="default" onClick={() => form.set(before)}>
            {said.undo}
          </Button>
        </Group>
      ),
      autoClose: 10_000,
    });
  };

  return (
    <Page
      title={said.title}
      actions={
        <Button variant="subtle" color="gray" onClick={discard}>
          {said.discard}
        </Button>
      }
    >
      <KeepHeld ids={heldBy(draft)} lose={(ids) => form.set({ nics: losing(draft.nics, ids) })} />
      <Box visibleFrom="sm" mb="lg">
        <Stepper active={step} size="sm" onStepClick={(to) => to < step && go(to)} allowNextStepsSelect={false}>
          {said.steps.map((name) => (
            <Stepper.Step key={name} label={name} />
          ))}
        </Stepper>
      </Box>
      <Box maw={1080}>
        <Form form={form} bare act={() => (step === REVIEW ? void form.submit() : leave(step))}>
          <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
            <Text fw={650} size="lg" component="h2" m={0}>
              {said.stepOf(step + 1, ALL, said.steps[step] ?? '')}
            </Text>
          </div>
          <FormProblems
            form={form}
            about={(path) => stepOf(path) === step}
            always
            labelOf={labelOf}
            title={taken ? undefined : said.review.refused}
            beside={taken}
          />
          {step === 0 && <TypeStep form={form} />}
          {step === 1 && <TemplateStep form={form} />}
          {step === 2 && <ResourcesStep form={form} />}
          {step === LAST_EDITED && <NetworkStep form={form} />}
          {step === REVIEW && <ReviewStep draft={draft} go={go} />}
          <Paper p="sm" withBorder className={styles.bar ?? ''}>
            <Group justify="space-between">
              <Button variant="default" disabled={step === 0} onClick={() => go(step - 1)}>
                {said.back}
              </Button>
              <Text size="xs" c="dimmed" visibleFrom="sm">
                {said.draft}
              </Text>
              <SubmitButton form={form}>{step !== REVIEW ? said.next : reserved ? said.slot.reserve : said.create}</SubmitButton>
            </Group>
          </Paper>
        </Form>
      </Box>
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
