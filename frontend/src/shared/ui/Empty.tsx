import { Button, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemOf } from '@/shared/api/problem';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { ProblemAlert } from './ProblemAlert';
import { uiTexts } from './texts';

type Said = { title: string; detail?: string };

function Empty({ icon, title, detail, children }: Said & { icon: ReactNode; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <ThemeIcon size={48} radius="xl" variant="default" aria-hidden>
        {icon}
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      {detail && (
        <Text size="sm" c="dimmed" maw={480}>
          {detail}
        </Text>
      )}
      {children}
    </Stack>
  );
}

/** Nothing is there yet; the children are what to do about it. */
export function NothingYet({ children, icon, ...said }: Said & { icon?: ReactNode; children?: ReactNode }) {
  return (
    <Empty {...said} icon={icon ?? <IconInbox size={26} />}>
      {children}
    </Empty>
  );
}

/** Something is there, but the filters let none of it through. */
export function NothingMatches({ clear, ...said }: Said & { clear: () => void }) {
  return (
    <Empty {...said} icon={<IconFilterOff size={26} />}>
      <Button variant="default" onClick={clear}>
        {uiTexts.clearFilters}
      </Button>
    </Empty>
  );
}

type Failure = {
  /** What cannot be loaded, as it stands in a sentence. */
  what: string;
  error: unknown;
  /** When it was last tried, in milliseconds since 1970. */
  since: number;
  retry: () => void;
  /** When what is still shown was true; absent when nothing is shown. */
  shownFrom?: number | undefined;
};

/** It cannot be loaded: why, when it was last tried, and the button to try again; or it may not be. */
export function CannotLoad({ what, error, since, retry, shownFrom }: Failure) {
  const now = useNow();
  if (problemOf(error).status === 403) {
    // Trying again changes nothing.
    return <ProblemAlert error={error} />;
  }
  return (
    <ProblemAlert error={error} title={uiTexts.cannotLoad(what)} retry={retry}>
      <Text size="sm">
        {uiTexts.tried(ago(since, now))} {shownFrom !== undefined && uiTexts.showingOld(ago(shownFrom, now))}
      </Text>
    </ProblemAlert>
  );
}
