import { Alert, Anchor, Button, Group, List, Stack, Text, type ButtonProps, type StackProps } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemOf } from '@/shared/api/problem';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import { focusOn, textsIn } from './focus';
import { formTexts } from './texts';
import type { useForm } from './useForm';

/** What the parts of the kit need of a form, whatever its values. */
type AnyForm = Pick<
  ReturnType<typeof useForm<Record<string, unknown>>>,
  'id' | 'shown' | 'labels' | 'discard' | 'pending' | 'why' | 'refusal' | 'restored' | 'outdated'
> & {
  values: object;
  submit: (typed?: Record<string, never>) => Promise<boolean>;
};

type ListProps = {
  form: AnyForm;
  /** Which of what is wrong is listed here. */
  about?: (path: string) => boolean;
  /** Whether it is listed even where it is one thing only, which stands at its field too. */
  always?: boolean;
  /** What the field at a place is called, where it may not be on the page. */
  labelOf?: (path: string) => string | null;
  /** In place of the problem's own title, where no field is to blame. */
  title?: string | undefined;
  /** What is said beside a problem. */
  beside?: ReactNode;
};

// What stands over the top of a dialog or a page that has been scrolled.
const HEADER = 70;

/** Whoever sent a long form is at its end, and would not see what stands above it. */
const intoSight = (alert: HTMLElement | null) => alert?.scrollIntoView({ block: 'nearest' });

/** What is wrong, above the fields: each leads to its field; what belongs to none is told in full. */
export function FormProblems({ form, about = () => true, always = false, labelOf, title, beside }: ListProps) {
  const { refusal, labels, id } = form;
  const wrong = Object.entries(form.shown).filter(([path]) => path in labels && about(path));
  const others = refusal?.others ?? [];
  const problem = refusal && problemOf(refusal.error);
  if (problem?.errors.length === 0) {
    return (
      <div ref={intoSight} style={{ scrollMarginTop: HEADER }}>
        <ProblemAlert error={problem} {...(title && { title })}>
          {beside}
        </ProblemAlert>
      </div>
    );
  }
  if (others.length === 0 && wrong.length < (always ? 1 : 2)) {
    return null;
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={wrong.length === 0 ? problem?.title : formTexts.mend(wrong.length)} role="alert">
      <List size="sm">
        {wrong.map(([path, fault]) => (
          <List.Item key={path}>
            <Anchor component="button" type="button" size="sm" ta="start" style={{ verticalAlign: 'top' }} onClick={() => focusOn(id, path)}>
              {formTexts.fault(labelOf ? labelOf(path) : labels[path], fault)}
            </Anchor>
          </List.Item>
        ))}
        {others.map(({ field, detail }) => (
          <List.Item key={field + detail}>{formTexts.fault(field, detail)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Says that what stands here was typed before, and drops it if that is not wanted. */
function DraftNotice({ form: { restored, outdated, discard } }: { form: AnyForm }) {
  return !restored && !outdated ? null : (
    <Alert color="blue" icon={<IconHistory />} py="xs" role="status">
      <Group gap="sm" justify="space-between">
        <Text size="sm">{!restored ? formTexts.outdated : outdated ? formTexts.restoredPart : formTexts.restored}</Text>
        {restored && (
          <Button size="xs" variant="default" onClick={discard}>
            {formTexts.discard}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

type Props = Omit<ListProps, 'about' | 'always' | 'labelOf'> & {
  /** What is done in place of sending it, as a step of it is. */
  act?: () => void;
  /** Where its problems stand elsewhere. */
  bare?: boolean;
  gap?: StackProps['gap'];
  /** Told to password managers, which look for forms that send. */
  method?: 'post';
  children: ReactNode;
};

/** A form: what was restored, what is wrong, and its fields. */
export function Form({ form, act, bare = false, gap = 'md', method, children, ...problems }: Props) {
  return (
    <form
      noValidate
      method={method}
      onSubmit={(event) => {
        event.preventDefault();
        if (act) {
          act();
          return;
        }
        void form.submit(Object.fromEntries(textsIn(event.currentTarget, form.id)) as Record<string, never>);
      }}
    >
      <Stack gap={gap}>
        <DraftNotice form={form} />
        {!bare && <FormProblems form={form} {...problems} />}
        {children}
      </Stack>
    </form>
  );
}

type SubmitProps = Pick<ButtonProps, 'disabled' | 'color' | 'variant' | 'mt'> & {
  form: AnyForm;
  /** Why it is of no use to send it, as the form itself cannot know; null for nothing. */
  why?: string | null;
  children: string;
};

/** Sends a form; says why not, where it may not be. */
export function SubmitButton({ form, why = null, ...props }: SubmitProps) {
  return <GuardedButton type="submit" why={form.why ?? why} loading={form.pending} {...props} />;
}

type ButtonsProps = {
  close: () => void;
  /** Whether the focus begins at the way out, as what is asked cannot be undone. */
  safe?: boolean;
  children: ReactNode;
};

/** The buttons at the end of a dialog's form. */
export function DialogButtons({ close, safe = false, children }: ButtonsProps) {
  return (
    <Group justify="flex-end">
      <Button variant="default" data-autofocus={safe || undefined} onClick={close}>
        {uiTexts.cancel}
      </Button>
      {children}
    </Group>
  );
}
